// Receives webhooks at /hooks/{name} as a partner would, and checks them with the official library.
// PUT /control/{name} {secrets, publicKeys, status, location, hang} says how to check and what to answer; GET tells what came.
import { createPublicKey, verify } from 'node:crypto';
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

// "v1a" by Node's own crypto: the official library knows "v1" alone.
function verifiesPublicly(publicKey, body, headers) {
  const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  return headers['webhook-signature'].split(' ').some((part) => part.startsWith('v1a,') && verify(null, signed, key, Buffer.from(part.slice(4), 'base64')));
}

function receive(hook, request, body, response) {
  hook.received.push({
    method: request.method,
    id: request.headers['webhook-id'] ?? null,
    contentType: request.headers['content-type'] ?? null,
    traceparent: request.headers.traceparent ?? null,
    verified: hook.secrets.map((secret) => verifies(secret, body, request.headers)),
    verifiedPublicly: (hook.publicKeys ?? []).map((key) => verifiesPublicly(key, body, request.headers)),
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
