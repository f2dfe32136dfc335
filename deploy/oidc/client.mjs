// A certified OAuth client asks an issuer for a token with client credentials, and prints the answer.
// Arguments: issuer, client id, method (basic, post or key), secret or private JWK, scope.
import * as client from 'openid-client';

const [issuer, id, method, proof, scope] = process.argv.slice(2);

const proofs = {
  basic: () => client.ClientSecretBasic(proof),
  post: () => client.ClientSecretPost(proof),
  key: async () => {
    const jwk = JSON.parse(proof);
    const algorithm = jwk.kty === 'EC' ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
    return client.PrivateKeyJwt({ key: await crypto.subtle.importKey('jwk', jwk, algorithm, false, ['sign']), kid: jwk.kid });
  },
};

const config = await client.discovery(new URL(issuer), id, undefined, await proofs[method](), { execute: [client.allowInsecureRequests] });
console.log(JSON.stringify(await client.clientCredentialsGrant(config, scope ? { scope } : {})));
