using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ecosystem.Gateway.Documents;

/// <summary>The few pages for people: nothing in them comes from elsewhere, and nothing of the caller's is shown.</summary>
internal static class Page
{
    /// <summary>Everything from here, images of the stylesheet's own included; no frame around it, no form to elsewhere.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Vietnamese letters stay as they are.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static void Secure(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
    }

    /// <param name="language">vi or en.</param>
    /// <param name="main">HTML.</param>
    public static string Of(string language, string title, string main) =>
        $"""
        <!doctype html>
        <html lang="{language}">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{Text(title)}</title>
          <link rel="icon" href="data:,">
          <link rel="stylesheet" href="/docs/page.css">
        </head>
        <body>
        <main>
        {main}
        </main>
        </body>
        </html>

        """;

    public static string Text(string text) => Encoder.Encode(text);
}
