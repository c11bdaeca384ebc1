// A webhook receiver as a consumer would write it, in another language than the tool that tests it, from the published
// descriptions of the signature schemes. SCHEME chooses one, SECRET is shared, FAULT makes it wrong in one way.
//
//   POST /hooks                 deliveries
//   GET  /effects/{event id}    {"count": how often the event was processed}
//   GET  /effects               the list of everything that was processed
import { createServer } from "node:http";
import { createHmac, timingSafeEqual } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";

const { SCHEME = "plain", SECRET = "", FAULT = "" } = process.env;
const faulty = (name) => FAULT === name;
const TOLERANCE = 300;
const LARGEST = 256 * 1024;

const processed = []; // event ids, in order
const seen = new Set();
let last = null;

const hex = (key, content) => createHmac("sha256", key).update(content).digest("hex");
const same = (a, b) => {
  const [x, y] = [Buffer.from(a), Buffer.from(b)];
  if (faulty("compares-lengths")) return x.length === y.length;
  if (faulty("compares-beginning")) return x.length > 0 && x.subarray(0, 20).equals(y.subarray(0, 20));
  if (faulty("compares-shorter")) return x.length > 7 && y.subarray(0, x.length).equals(x);
  return x.length === y.length && timingSafeEqual(x, y);
};

function fresh(text) {
  if (faulty("ignores-timestamps")) return true;
  if (faulty("accepts-missing-timestamps") && text === undefined) return true;
  if (faulty("accepts-unreadable-timestamps")) return !(Date.now() / 1000 - Number(text) > TOLERANCE);
  if (!/^\d{1,12}$/.test(text ?? "")) return false;
  const age = Date.now() / 1000 - Number(text);
  const limit = faulty("tolerates-an-hour") ? 3600 : faulty("tolerates-a-minute") ? 60 : TOLERANCE;
  return age <= limit && (faulty("accepts-the-future") || age >= -limit);
}

// What is signed. The faulty one signs what it parsed instead of what it received.
const bytes = (raw) => {
  if (!faulty("verifies-parsed-json")) return raw;
  try { return Buffer.from(JSON.stringify(JSON.parse(raw))); } catch { return raw; }
};

const schemes = {
  plain(headers, raw) {
    const given = headers["x-webhook-signature"];
    if (!given) return faulty("accepts-missing-signatures");
    if (faulty("accepts-sha1") && given.startsWith("sha1="))
      return given.slice(5) === createHmac("sha1", SECRET).update(raw).digest("hex");
    return same(given, "sha256=" + hex(SECRET, bytes(raw))) && fresh(headers["x-webhook-timestamp"]);
  },
  github(headers, raw) {
    const given = headers["x-hub-signature-256"];
    return given ? same(given, "sha256=" + hex(SECRET, bytes(raw))) : faulty("accepts-missing-signatures");
  },
  stripe(headers, raw) {
    const parts = (headers["stripe-signature"] ?? "").split(",").map((p) => [p.slice(0, p.indexOf("=")), p.slice(p.indexOf("=") + 1)]);
    const time = parts.find(([k]) => k === "t")?.[1];
    const given = parts.filter(([k]) => k === "v1").map(([, v]) => v);
    const expected = hex(SECRET, Buffer.concat([Buffer.from(`${time}.`), bytes(raw)]));
    const read = faulty("reads-first-signature-only") ? given.slice(0, 1) : given;
    return read.some((v) => same(v, expected)) && fresh(time);
  },
  standard(headers, raw) {
    const key = Buffer.from(SECRET.replace(/^whsec_/, ""), "base64");
    const [id, time] = [headers["webhook-id"], headers["webhook-timestamp"]];
    const before = faulty("does-not-sign-id") ? "" : `${id}.`;
    const expected = "v1," + createHmac("sha256", key).update(`${before}${time}.`).update(bytes(raw)).digest("base64");
    const given = (headers["webhook-signature"] ?? "").split(" ");
    const read = faulty("reads-first-signature-only") ? given.slice(0, 1) : given;
    return read.some((v) => same(v, expected)) && fresh(time);
  },
};

function apply(id) {
  processed.push(id);
}

async function take(event, id) {
  if (faulty("processes-twice")) return apply(id);
  if (faulty("remembers-last-only")) {
    if (last === id) return;
    last = id;
    return apply(id);
  }
  if (faulty("checks-then-acts")) {
    if (seen.has(id)) return;
    await sleep(20);
    seen.add(id);
    return apply(id);
  }
  const key = faulty("recognises-by-object") ? event.data?.object_id ?? id : id;
  if (seen.has(key)) return;
  seen.add(key);
  if (faulty("loses-under-load") && busy > 1) return;
  apply(id);
}

let busy = 0;

async function deliver(request, raw) {
  if (request.method !== "POST") return faulty("accepts-get") ? 200 : 405;
  if (faulty("answers-slowly")) await sleep(1500);
  let event = null;
  const parse = () => { try { event = JSON.parse(raw); } catch { event = null; } };
  parse();
  const id = event?.event_id ?? request.headers["webhook-id"] ?? request.headers["x-github-delivery"];
  if (faulty("processes-before-verifying") && event) await take(event, id);
  if (faulty("remembers-before-verifying") && event && seen.has(id)) return 200;
  const valid = faulty("accepts-everything") || schemes[SCHEME](request.headers, raw);
  if (!valid) {
    if (faulty("remembers-before-verifying") && event) seen.add(id);
    if (faulty("breaks-on-bad-signatures")) return 500;
    if (faulty("answers-200-to-forgeries")) return 200;
    return 401;
  }
  if (!event || typeof event !== "object") return 400;
  const known = ["order.created", "order.updated", "order.cancelled"];
  if (!known.includes(event.event_type)) return faulty("refuses-unknown-events") ? 400 : 200;
  if (faulty("refuses-unknown-fields") && "x_conformance_extra" in event) return 422;
  if (faulty("refuses-repetitions") && seen.has(id)) return 409;
  if (faulty("drops-cancellations") && event.event_type === "order.cancelled") return 200;
  if (faulty("drops-everything")) return 200;
  await take(event, id);
  return 204;
}

createServer(async (request, response) => {
  const answer = (status, body) => {
    response.writeHead(status, body === undefined ? {} : { "Content-Type": "application/json" });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };
  if (request.url.startsWith("/effects/"))
    return answer(200, { count: processed.filter((id) => id === decodeURIComponent(request.url.slice(9))).length });
  if (request.url === "/effects") return answer(200, processed);
  if (request.url.startsWith("/seen/"))
    return processed.includes(request.url.slice(6)) ? answer(200, { id: request.url.slice(6) }) : answer(404, {});

  busy++;
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= LARGEST) chunks.push(chunk);
    if (faulty("reads-first-piece-only")) break;
  }
  if (faulty("breaks-on-compressed-bodies") && request.headers["content-encoding"]) return answer(500);
  if (size > LARGEST && !faulty("accepts-everything")) answer(413);
  else {
    await sleep(faulty("loses-under-load") ? 10 : 0);
    answer(await deliver(request, Buffer.concat(chunks)));
  }
  busy--;
}).listen(0, "127.0.0.1", function () {
  console.log(`listening on http://127.0.0.1:${this.address().port}`);
});
