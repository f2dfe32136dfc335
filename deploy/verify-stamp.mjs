// What verify-proof.mjs and verify-archive.mjs hold of a time stamp: an outside authority (RFC 3161) signed the root of a tree (RFC 9162)
// in which the head is a leaf. Who signed is checked by openssl 3, against the certificates of the authority that the caller trusts.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

// RFC 9162, section 2.1.3.2; null where index, size and path do not fit each other.
const rootOf = (head, { index, size, path }) => {
  let [fn, sn, hash] = [index, size - 1, sha256(Buffer.of(0), head)];
  for (const other of path.map(text => Buffer.from(text, 'base64'))) {
    if (sn === 0) return null;
    if (fn % 2 === 1 || fn === sn) {
      hash = sha256(Buffer.of(1), other, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else hash = sha256(Buffer.of(1), hash, other);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? hash : null;
};

const openssl = (command, stamp, ...more) => {
  const folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  try {
    writeFileSync(join(folder, 'token'), Buffer.from(stamp.token, 'base64'));
    return spawnSync('openssl', ['ts', command, '-in', join(folder, 'token'), '-token_in', ...more]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};

// Without ca only that the token names this root is checked, and not who signed it.
export const isStamped = (head, stamp, ca) => {
  const root = rootOf(head, stamp);
  if (!root || !Buffer.from(stamp.token, 'base64').includes(root)) return false;
  return !ca || openssl('-verify', stamp, '-digest', root.toString('hex'), '-CAfile', ca).status === 0;
};

// The authority's time, as openssl writes it.
export const timeOf = stamp => /Time stamp: (.*)/.exec(openssl('-reply', stamp, '-text').stdout)?.[1] ?? 'a time that only openssl can read';
