// No validator: it would send the document to a server outside.
SwaggerUIBundle({
  url: "/openapi/v1.json",
  dom_id: "#document",
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: -1,
  defaultModelRendering: "model",
  defaultModelExpandDepth: 2,
  validatorUrl: null,
});
