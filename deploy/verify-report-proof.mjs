#!/usr/bin/env node
// Checks the proof of one report, as GET /v1/reports/{id}/proof gives it, without the service:
//   deploy/verify-report-proof.mjs proof.json https://gateway        (asks for the anchors, which anybody may)
//   deploy/verify-report-proof.mjs proof.json anchors.json           (an array of anchors as GET /v1/anchors/{day} gave them earlier: trust nobody)
// Status 0 when every event's hash follows from its content and the event before, and every anchored event stands under its day's root.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const check = (holds, what) => {
  console.log(`${holds ? 'ok  ' : 'FAIL'} ${what}`);
  if (!holds) process.exitCode = 1;
};

// RFC 9162, section 2.1.3.2.
const rootOf = (leaf, { index, size, path }) => {
  let [fn, sn, hash] = [index, size - 1, sha256(Buffer.of(0), leaf)];
  for (const other of path.map(hex => Buffer.from(hex, 'hex'))) {
    if (sn === 0) return '';
    if (fn % 2 === 1 || fn === sn) {
      hash = sha256(Buffer.of(1), other, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else hash = sha256(Buffer.of(1), hash, other);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 ? hash.toString('hex') : '';
};

const [file, source] = process.argv.slice(2);
const proof = JSON.parse(readFileSync(file, 'utf8'));
const known = source?.startsWith('http') ? null : JSON.parse(readFileSync(source, 'utf8'));
const anchors = new Map();
const anchorOf = async day => {
  if (!anchors.has(day)) anchors.set(day, known ? known.find(anchor => anchor.day === day) : await (await fetch(`${source}/v1/anchors/${day}`)).json());
  return anchors.get(day);
};

let link = Buffer.alloc(32);
let anchored = 0;
for (const [place, event] of proof.events.entries()) {
  link = sha256(link, [proof.id, event.number, event.eventId, event.type, event.time, event.data].join('\n'));
  check(event.number === place + 1 && link.toString('hex') === event.hash, `event ${event.number} (${event.type}) follows from its content and the event before`);
  if (!event.anchor) continue;
  anchored++;
  const anchor = await anchorOf(event.anchor.day);
  check(anchor?.events === event.anchor.size && anchor?.root === rootOf(link, event.anchor), `event ${event.number} stands under the root of ${event.anchor.day}`);
}
for (const anchor of anchors.values())
  check(sha256(Buffer.from(anchor.previous, 'hex'), Buffer.from(anchor.root, 'hex')).toString('hex') === anchor.head, `the head of ${anchor.day} follows from the day before and the root`);
console.log(`${proof.events.length} events, ${anchored} of them anchored`);
