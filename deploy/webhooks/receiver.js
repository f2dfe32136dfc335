// Receives webhooks at /hooks/{name} as a partner would, and checks them with the official library.
// PUT /control/{name} {secrets, status, location, hang} says how to check and what to answer; GET tells what came.
import { createServer } from 'node:http';
import { Webhook } from 'standardwebhooks';

const hooks = new Map();
const hookOf = (name) => hooks.get(name) ?? hooks.set(name, { secrets: [], status: 204, received: [] }).get(name);

async function read(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

function verifies(secret, body, headers) {
  try {
    new Webhook(secret).verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

function receive(hook, request, body, response) {
  hook.received.push({
    method: request.method,
    id: request.headers['webhook-id'] ?? null,
    contentType: request.headers['content-type'] ?? null,
    traceparent: request.headers.traceparent ?? null,
    verified: hook.secrets.map((secret) => verifies(secret, body, request.headers)),
    body,
  });
  if (hook.hang) return;
  response.writeHead(hook.status, hook.location ? { location: hook.location } : {}).end(hook.status === 204 ? undefined : `said ${hook.status}`);
}

createServer(async (request, response) => {
  const [, kind, name] = request.url.split('/');
  const body = await read(request);
  if (kind === 'hooks') return receive(hookOf(name), request, body, response);
  if (kind === 'control' && request.method === 'PUT') Object.assign(hookOf(name), JSON.parse(body));
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(kind === 'control' ? hookOf(name).received : {}));
}).listen(Number(process.argv[2]), '127.0.0.1');
