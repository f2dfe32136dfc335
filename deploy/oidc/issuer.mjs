// A certified OpenID Connect issuer, set up as a province's could be. Its keys come from a file, so that a test can turn them
// and sign with them; /control tells how often metadata were fetched.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [port, keyFile] = process.argv.slice(2);
const address = `http://127.0.0.1:${port}`;
const fetched = { '/.well-known/openid-configuration': 0, '/jwks': 0 };

const system = (id) => ({ client_id: id, client_secret: 'a secret of tests alone', grant_types: ['client_credentials'], response_types: [], redirect_uris: [] });

const ecosystem = (ctx, resource, client) => ({
  audience: 'ecosystem',
  scope: 'feedback.read feedback.submit inbox.read',
  accessTokenFormat: 'jwt',
  accessTokenTTL: 600,
  jwt: { sign: { alg: client.clientId.endsWith('es256') ? 'ES256' : 'RS256' } },
});

const start = () => new Provider(address, {
  jwks: JSON.parse(readFileSync(keyFile)),
  clients: [
    system('case-system-rs256'),
    system('case-system-es256'),
    { client_id: 'city-app', client_secret: 'a secret of tests alone', application_type: 'native', grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: ['http://127.0.0.1/callback'] },
    { client_id: 'desk', client_secret: 'a secret of tests alone', token_endpoint_auth_method: 'client_secret_post', application_type: 'native', grant_types: ['authorization_code'], response_types: ['code'], redirect_uris: ['http://127.0.0.1/desk/signed-in'] },
  ],
  pkce: { required: () => true },
  cookies: { keys: ['a cookie of tests alone'] },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  // An official's name has role and organisation in it: hoa@officer@01.00082.UBND.
  extraTokenClaims: (ctx, token) => {
    if (token.kind !== 'AccessToken') return undefined;
    const [, role, organisation] = token.accountId.split('@');
    return { acr: token.accountId.endsWith('-level-1') ? '1' : '2', ...(organisation && { organisation, roles: [role] }) };
  },
  features: {
    clientCredentials: { enabled: true },
    resourceIndicators: { enabled: true, defaultResource: () => 'urn:ecosystem', getResourceServerInfo: ecosystem, useGrantedResource: () => true },
  },
}).callback();

let answer = start();

createServer((request, response) => {
  if (request.url in fetched) fetched[request.url]++;
  if (request.url === '/control/counts') return response.end(JSON.stringify(fetched));
  if (request.url === '/control/keys') return response.end(String(answer = start()));
  return answer(request, response);
}).listen(port, '127.0.0.1');
