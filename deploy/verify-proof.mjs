#!/usr/bin/env node
// Checks the proof of one call, as GET /v1/calls/{id}/proof exports it, without the gateway:
//   deploy/verify-proof.mjs proof.json [key.pem] [request-body METHOD target] [response-body] [--ca authority.pem]
// Status 0 when the call's entry is the logged one, the batch's head covers it, and the head is signed with the key (default: the
// key in the proof; take it from elsewhere to trust nobody). Bodies given as files are held against the hashes in the entry.
// A time stamp must cover the head; with --ca, the certificates of a time-stamping authority that you trust, there must be one, and it is the authority's.
import { createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isStamped, sha256, timeOf } from './verify-stamp.mjs';

const check = (holds, what) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) process.exitCode = 1;
};

const { values: { ca }, positionals: [file, pem, request, method, target, response] } = parseArgs({ options: { ca: { type: 'string' } }, allowPositionals: true });
const proof = JSON.parse(readFileSync(file, 'utf8'));
const [previous, leaves, head, signature] = ['previous', 'leaves', 'head', 'signature'].map(name => Buffer.from(proof[name], 'base64'));
const leaf = leaves.subarray((proof.place - 1) * 32, proof.place * 32);
check(sha256(proof.entry).equals(leaf), 'the entry is the call at its place in the batch');
check(sha256(previous, leaves).equals(head), 'the head covers the batch and the head before');
const key = createPublicKey(pem ? readFileSync(pem) : proof.publicKey);
check(verify('sha256', head, { key, dsaEncoding: 'ieee-p1363' }, signature), 'the head is signed');
const entry = JSON.parse(proof.entry);
if (request) check(sha256(`${method} ${target}\n`, readFileSync(request)).toString('base64') === entry.requestHash, 'the request is the logged one');
if (response) check(sha256(readFileSync(response)).toString('base64') === entry.responseHash, 'the answer is the logged one');
if (proof.stamp) check(isStamped(head, proof.stamp, ca), `the head is time-stamped ${timeOf(proof.stamp)}${ca ? '' : ' (by whom is not checked without --ca)'}`);
else if (ca) check(false, 'the head is time-stamped');
