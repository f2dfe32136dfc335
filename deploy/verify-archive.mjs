#!/usr/bin/env node
// Checks files of the call log's archive, in their order, without the gateway:
//   deploy/verify-archive.mjs [--key key.pem] [--ca authority.pem] calls-000000000001-*.ndjson.gz ...
// Status 0 when every call is the logged one, every head covers its calls and the head before, also from file to file, and is signed with the
// key (default: the key in the line; take it from elsewhere to trust nobody). A file must hold what its name says. Time stamps must
// cover their heads; with --ca, the certificates of a time-stamping authority that you trust, there must be one, and they must be the authority's.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { isStamped, sha256, timeOf } from './verify-stamp.mjs';

const { values: { key, ca }, positionals: files } = parseArgs({ options: { key: { type: 'string' }, ca: { type: 'string' } }, allowPositionals: true });
let before;
let newest;

const faultsOf = line => {
  const [previous, leaves, head, signature] = ['previous', 'leaves', 'head', 'signature'].map(name => Buffer.from(line[name], 'base64'));
  const leafOf = place => leaves.subarray(place * 32, place * 32 + 32);
  const faults = line.entries.flatMap((entry, place) =>
    entry === null ? [`call ${place + 1} is missing`] : sha256(entry).equals(leafOf(place)) ? [] : [`call ${place + 1} is not the logged one`]);
  if (leaves.length !== line.entries.length * 32) faults.push('calls were added or taken out');
  if (!sha256(previous, leaves).equals(head)) faults.push('the head does not cover the calls and the head before');
  if (!verify('sha256', head, { key: createPublicKey(key ? readFileSync(key) : line.publicKey), dsaEncoding: 'ieee-p1363' }, signature)) faults.push('the head is not signed');
  if (before && (line.number !== before.number + 1 || !previous.equals(before.head))) faults.push(`batch ${line.number} does not follow batch ${before.number}`);
  if (line.stamp && !isStamped(head, line.stamp, ca)) faults.push('the time stamp is not over the head, or not of the authority');
  before = { number: line.number, head };
  newest = line.stamp ?? newest;
  return faults;
};

const faultsOfFile = file => {
  const lines = gunzipSync(readFileSync(file)).toString().split('\n');
  const [, first, last] = /^calls-(\d+)-(\d+)-/.exec(basename(file)) ?? [];
  const faults = lines.slice(0, -1).flatMap((line, at) => {
    try {
      return faultsOf(JSON.parse(line)).map(fault => `line ${at + 1}: ${fault}`);
    } catch (unreadable) {
      return [`line ${at + 1}: ${unreadable.message}`];
    }
  });
  if (lines.at(-1) !== '' || before?.number !== Number(last) || lines.length - 1 !== last - first + 1) faults.push(`line ${lines.length}: the file does not end where its name says`);
  return faults;
};

if (files.length === 0) throw new Error('No file is given.');
for (const file of files) {
  let faults;
  try {
    faults = faultsOfFile(file);
  } catch (unreadable) {
    faults = [unreadable.message];
  }
  for (const fault of faults) console.log(`FAIL ${file} ${fault}`);
  if (faults.length === 0) console.log(`ok   ${file}`);
  else process.exitCode = 1;
}
if (newest) console.log(`The newest time stamp is of ${timeOf(newest)}${ca ? '' : ' (by whom is not checked without --ca)'}`);
else if (ca) {
  console.log('FAIL no time stamp is in the files');
  process.exitCode = 1;
}
