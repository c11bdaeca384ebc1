// Orders API per specs/orders.yaml, a stranger's reading. One FAULT or one VARIANT at a time (environment variables).
import http from 'node:http';
import crypto from 'node:crypto';
import zlib from 'node:zlib';
import { FAULTS } from './faults.mjs';

const FAULT = process.env.FAULT || '', VARIANT = process.env.VARIANT || '';
const F = (...n) => n.includes(FAULT), V = (...n) => n.includes(VARIANT);
const mutate = FAULT ? FAULTS.find(f => f.name === FAULT)?.fn : null;
if (FAULT && !FAULTS.some(f => f.name === FAULT)) { console.error('unknown fault ' + FAULT); process.exit(3); }
const FACTOR = (process.env.ENVIRONMENT || 'sandbox') === 'sandbox' && !F('sandbox-factor-missing') ? 10 : 1;
const CLIENTS = new Map([[process.env.CLIENT_ID || 'client-1', process.env.CLIENT_SECRET || 'secret-One-1'],
  [process.env.CLIENT_ID_2 || 'client-2', process.env.CLIENT_SECRET_2 || 'secret-Two-2']]);
let offset = V('clock-ahead') ? 30000 : V('clock-behind') ? -30000 : 0;
const now = () => Date.now() + offset;
const iso = t => {
  const s = new Date(t).toISOString();
  if (V('fractional-seconds')) return s;
  if (V('microseconds')) return s.replace('Z', '123Z');
  const z = s.replace(/\.\d+Z$/, '');
  if (V('offset-zero')) return z + '+00:00';
  if (V('offset-other')) return new Date(t + 19800000).toISOString().replace(/\.\d+Z$/, '+05:30');
  return z + 'Z';
};
const sleep = ms => new Promise(r => setTimeout(r, ms));
const CC = new Set(('AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW').split(' '));

const orders = new Map();      // id -> order
let seq = 0;
const idem = new Map();        // client|method|path|key -> entry
const tokens = new Map();      // token -> {client, scopes, expires}
const buckets = new Map();
const states = new Set();
const counts = {};
let lastToken = {};

class E extends Error {
  constructor(status, code, message, extra = {}, headers = {}) { super(message); Object.assign(this, { status, code, extra, headers }); }
}
const invalid = (details, m = 'Request validation failed') => new E(400, 'VALIDATION_ERROR', m, details && !V('no-details') ? { details } : {});

// ---- token endpoint -------------------------------------------------------------------------------------------
const tokenError = (status, error, headers = {}) => ({ status, body: { error, error_description: 'The token request was refused' }, headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache', ...headers } });
function token(c) {
  if (c.method !== 'POST') {
    if (!(F('token-by-get') && c.method === 'GET')) return { status: 405, headers: { Allow: 'POST' }, body: { error: 'invalid_request' } };
  }
  let p;
  if (F('token-by-get') && c.method === 'GET') p = c.query;
  else if (F('token-credentials-in-query') && c.query.get('client_id')) p = new URLSearchParams([...new URLSearchParams(c.raw.toString()), ...c.query]);
  else if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(c.headers['content-type'] || ''))
    return V('token-415') ? tokenError(415, 'invalid_request') : tokenError(400, 'invalid_request');
  else p = new URLSearchParams(c.raw.toString('utf8'));
  if (!F('token-repeated-parameter')) for (const k of p.keys()) if (p.getAll(k).length > 1) return tokenError(400, 'invalid_request');
  if (F('token-unknown-parameter-refused')) for (const k of p.keys()) if (!['grant_type', 'client_id', 'client_secret', 'scope'].includes(k)) return tokenError(400, 'invalid_request');
  let id = p.get('client_id') || '', secret = p.get('client_secret') || '', basic = false;
  const a = c.headers.authorization || '';
  if (/^basic /i.test(a) && !V('no-basic')) {
    if (secret) return tokenError(400, 'invalid_request');
    basic = true;
    const [u, ...w] = Buffer.from(a.slice(6), 'base64').toString().split(':');
    try { id = decodeURIComponent(u.replace(/\+/g, ' ')); secret = decodeURIComponent(w.join(':').replace(/\+/g, ' ')); } catch { return tokenError(400, 'invalid_request'); }
  }
  const grant = p.get('grant_type') || '';
  if (!grant && !F('token-grant-missing')) return tokenError(400, 'invalid_request');
  if (grant && grant !== 'client_credentials' && !F('token-any-grant')) return tokenError(400, 'unsupported_grant_type');
  const want = CLIENTS.get(id);
  const ok = want !== undefined && (want === secret
    || F('token-wrong-secret') || (F('token-empty-secret') && !secret)
    || (F('token-secret-prefix') && secret.length > 3 && (want.startsWith(secret) || secret.startsWith(want)))
    || (F('token-secret-case') && want.toLowerCase() === secret.toLowerCase()))
    || (F('token-unknown-client') && want === undefined && id);
  if (!ok) {
    if (F('token-invalid-client-200')) return tokenError(200, 'invalid_client');
    if (F('token-invalid-client-500')) return tokenError(500, 'server_error');
    if (F('token-invalid-client-403')) return tokenError(403, 'invalid_client');
    if (F('token-invalid-client-code')) return tokenError(400, 'bad_credentials');
    return tokenError(V('invalid-client-400') && !basic ? 400 : 401, 'invalid_client', { 'WWW-Authenticate': 'Basic realm="orders"' });
  }
  const text = p.get('scope') || '';
  let scopes = text ? [...new Set(text.split(' ').filter(Boolean))] : ['read', 'write'];
  if (scopes.some(s => s !== 'read' && s !== 'write')) {
    if (V('scope-narrowed') && /^[\x21\x23-\x5b\x5d-\x7e ]+$/.test(text) && scopes.some(s => s === 'read' || s === 'write')) scopes = scopes.filter(s => s === 'read' || s === 'write');
    else if (!F('token-unknown-scope')) return tokenError(400, 'invalid_scope');
  }
  if (F('token-scope-escalation')) scopes = ['read', 'write'];
  const life = F('token-dies-early') ? 30 : 3600;
  const key = id + ' ' + [...scopes].sort().join(' ');
  let t = lastToken[key], entry = tokens.get(t);
  if (!(V('same-token') && entry && entry.expires - now() > 60000)) {
    t = V('jwt') ? [{ alg: 'HS256', typ: 'at+jwt' }, { iss: 'o', sub: id, iat: now() / 1000 | 0, exp: (now() / 1000 | 0) + 3600, jti: crypto.randomUUID() }].map(x => Buffer.from(JSON.stringify(x)).toString('base64url')).join('.') + '.' + crypto.randomBytes(32).toString('base64url')
      : crypto.randomBytes(24).toString('base64url');
    if (F('new-token-revokes-old')) for (const [k, v] of tokens) if (v.client === id) tokens.delete(k);
    entry = { client: id, scopes, expires: now() + life * 1000 };
    tokens.set(t, entry); lastToken[key] = t;
  }
  const h = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };
  if (V('no-pragma')) delete h.Pragma;
  const left = V('same-token') ? Math.round((entry.expires - now()) / 1000) : 3600;
  return { status: 200, headers: h, body: { access_token: t, token_type: V('bearer-lowercase') ? 'bearer' : 'Bearer', expires_in: left, scope: (V('scope-reordered') ? [...scopes].reverse() : scopes).join(' ') } };
}

// ---- authentication -------------------------------------------------------------------------------------------
const challenge = more => ({ 'WWW-Authenticate': 'Bearer realm="orders"' + (more || '') });
function authenticate(c, op) {
  const a = c.headers.authorization;
  const skip = F('no-auth-' + op) || F('no-auth-anywhere');
  if (skip && a === undefined) return { client: [...CLIENTS.keys()][0], scopes: ['read', 'write'], token: 'none' };
  const deny = (m, err) => new E(401, 'UNAUTHORIZED', m, {}, challenge(err ? ', error="invalid_token"' : ''));
  let t;
  if (a === undefined && F('token-in-query') && c.query.get('access_token')) t = c.query.get('access_token');
  else {
    if (a === undefined) throw deny('Authentication is required');
    const m = (F('bearer-case-sensitive') ? /^Bearer +(\S*)$/ : F('any-scheme') ? /^\S+ +(\S*)$/ : /^Bearer +(\S*)$/i).exec(a) || (F('scheme-optional') && [0, a]);
    if (F('basic-credentials-accepted') && /^basic /i.test(a)) { const [u, w] = Buffer.from(a.slice(6), 'base64').toString().split(':'); if (CLIENTS.get(u) === w) return { client: u, scopes: ['read', 'write'], token: 'basic' }; }
    if (!m) { if (F('empty-bearer') && /^bearer *$/i.test(a)) return { client: [...CLIENTS.keys()][0], scopes: ['read', 'write'], token: 'none' }; throw deny('Invalid or expired access token', true); }
    t = m[1];
  }
  let e = tokens.get(t);
  if (!e && F('token-prefix-compare')) for (const [k, v] of tokens) if (k.slice(0, 24) === t.slice(0, 24)) e = v;
  if (!e && F('token-case-insensitive')) for (const [k, v] of tokens) if (k.toLowerCase() === t.toLowerCase()) e = v;
  if (!e && F('token-suffix-ignored')) for (const [k, v] of tokens) if (t.startsWith(k)) e = v;
  if (!e && (F('any-token') || F('any-token-' + op) || (F('third-bad-token-let-in') && (counts.bad = (counts.bad || 0) + 1) % 3 === 0))) e = { client: [...CLIENTS.keys()][0], scopes: ['read', 'write'], expires: now() + 1e6 };
  if (!e) throw deny('Invalid or expired access token', true);
  if (e.expires <= now() && !(F('expired-accepted') || F('expired-accepted-' + op) || (F('expired-grace-10min') && e.expires + 600000 > now()))) {
    if (F('expired-403')) throw new E(403, 'FORBIDDEN', 'Token expired');
    throw deny('Invalid or expired access token', true);
  }
  return { client: e.client, scopes: e.scopes, token: t };
}
const SCOPE = { create: 'write', cancel: 'write', list: 'read', get: 'read', search: 'read' };
function authorize(c, op) {
  if (F('replay-without-scope') && op === 'create' && idem.get([c.who.client, c.method, c.path, c.headers['x-idempotency-key']].join('|'))?.order) return;
  if (c.who.scopes.includes(SCOPE[op]) || F('scope-unchecked-' + op)) return;
  if (F('forbidden-but-executes') && op === 'create') { try { c.quiet = true; create(c, true); } catch { } }
  if (F('forbidden-but-cancels') && op === 'cancel') { const o = orders.get(c.id); if (o) o.status = 'cancelled'; }
  throw new E(403, 'FORBIDDEN', 'Insufficient permissions', {}, { 'WWW-Authenticate': `Bearer realm="orders", error="insufficient_scope", scope="${SCOPE[op]}"` });
}

// ---- rate limits ----------------------------------------------------------------------------------------------
const LIMIT = { create: 100, list: 300, search: 60, get: 100, cancel: 100 };
function rate(c, op, part) {
  let limit = LIMIT[op] * FACTOR;
  if (F('search-limit-halved') && op === 'search') limit /= 2;
  if (F('create-limit-halved') && op === 'create') limit /= 2;
  const W = F('window-two-minutes') ? 120000 : 60000, t = now();
  let key = (F('bucket-shared') ? 'all' : V('shared-default-bucket') && (op === 'get' || op === 'cancel') ? 'default' : op) + '|' + (F('partition-token') ? c.who.token : F('partition-none') ? '' : part);
  if (F('bucket-shared')) limit = Math.max(limit, 0);
  let b = buckets.get(key);
  const aligned = !V('window-first-request') && !F('window-two-minutes');
  if (!b || t >= b.start + W) { b = { start: aligned ? Math.floor(t / W) * W : t, n: 0 }; buckets.set(key, b); }
  const burst = V('burst-120') ? 1.2 : V('burst-150') ? 1.5 : F('burst-300') ? 3 : F('burst-200') ? 2 : 1;
  const free = F('limit-none') || F('limit-none-' + op);
  const ok = b.n < Math.floor(limit * burst + 1e-9) || free;
  if (ok) b.n++;
  const end = b.start + W, left = Math.max(1, Math.ceil((end - t) / 1000));
  c.rl = { limit, remaining: Math.max(0, limit - b.n), reset: Math.ceil(end / 1000), left };
  if (ok) return;
  if (F('limited-but-executes') && op === 'create') { try { create(c, true); } catch { } }
  throw new E(429, 'RATE_LIMIT_EXCEEDED', 'Rate limit exceeded', { retry_after: left },
    { 'Retry-After': V('retry-after-date') ? new Date(Math.ceil((t + left * 1000) / 1000) * 1000).toUTCString() : String(left) });
}

// ---- validation -----------------------------------------------------------------------------------------------
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const len = s => F('length-in-bytes') ? Buffer.byteLength(s) : F('length-in-utf16') ? s.length : [...s].length;
const obj = x => x !== null && typeof x === 'object' && !Array.isArray(x);
function validate(b) {
  const d = [], bad = (field, error) => d.push({ field, error });
  if (F('accepts-array-body') && Array.isArray(b) && b.length) b = b[0];
  if (!obj(b)) { throw invalid([{ field: '', error: 'Must be an object' }]); }
  if (V('unknown-properties-400')) for (const k of Object.keys(b)) if (!['customer_id', 'items', 'shipping_address'].includes(k)) bad(k, 'Unknown property');
  let id = b.customer_id;
  if (id === undefined) { if (!F('accepts-customer-missing')) bad('customer_id', 'Is required'); }
  else if (typeof id !== 'string') {
    if (!(F('accepts-customer-number') && typeof id === 'number') && !(F('accepts-customer-null') && id === null) && !(F('accepts-customer-boolean') && typeof id === 'boolean')) bad('customer_id', 'Must be a string');
  } else {
    if (len(id) > 50 && !F('accepts-customer-51') || (F('refuses-customer-50') && id.length === 50) || (F('accepts-customer-51') && len(id) > 255)) bad('customer_id', 'Must have at most 50 characters');
    if (!(F('customer-pattern-multiline') ? /^[A-Za-z0-9_-]+$/m : F('refuses-underscore') ? /^[A-Za-z0-9-]+$/ : F('refuses-lowercase-customer') ? /^[A-Z0-9_-]+$/ : F('customer-unicode-digits') ? /^[\p{L}\p{Nd}_-]+$/u : F('customer-trimmed') ? /^\s*[A-Za-z0-9_-]+\s*$/ : F('customer-any-characters') ? /^[^]+$/ : F('accepts-customer-empty') ? /^[A-Za-z0-9_-]*$/ : /^[A-Za-z0-9_-]+$/).test(id)) bad('customer_id', 'Must be alphanumeric');
  }
  let items = b.items;
  if (F('accepts-items-object') && obj(items)) items = [items];
  if (items === undefined) { if (!F('accepts-items-missing')) bad('items', 'Is required'); }
  else if (!Array.isArray(items)) { if (!(F('accepts-items-null') && items === null)) bad('items', 'Must be an array'); }
  else {
    if (items.length < 1 && !F('accepts-items-empty')) bad('items', 'Must have at least 1 element');
    if (items.length > 100 && !F('accepts-items-101') || (F('refuses-items-100') && items.length === 100)) bad('items', 'Must have at most 100 elements');
    items.forEach((it, i) => {
      if (F('second-item-unchecked') && i === 1) return;
      if (F('only-first-item-checked') && i > 0) return;
      if (F('last-item-unchecked') && i > 0 && i === items.length - 1) return;
      if (F('items-after-fifty-unchecked') && i >= 50) return;
      const p = F('details-without-index') ? 'items.' : `items[${F('details-index-one-based') ? i + 1 : i}].`;
      if (!obj(it)) { if (!(F('accepts-item-null') && it === null) && !(F('accepts-item-string') && typeof it === 'string')) bad(p.slice(0, -1), 'Must be an object'); return; }
      const s = it.product_id;
      if (s === undefined) { if (!F('accepts-product-missing')) bad(p + 'product_id', 'Is required'); }
      else if (typeof s !== 'string' && !(F('accepts-product-number') && typeof s === 'number') && !(F('accepts-product-null') && s === null)) bad(p + 'product_id', 'Must be a string');
      let q = it.quantity;
      if (F('accepts-quantity-string') && typeof q === 'string' && /^\d+$/.test(q)) q = +q;
      if (F('accepts-quantity-boolean') && typeof q === 'boolean') q = 1;
      if (F('quantity-int32-wrap') && typeof q === 'number' && Math.abs(q) > 2147483647) q = 2;
      if (q === undefined) { if (!F('accepts-quantity-missing')) bad(p + 'quantity', 'Is required'); }
      else if (q === null && F('accepts-quantity-null')) { }
      else if (typeof q !== 'number' || !Number.isInteger(q)) { if (!(F('accepts-quantity-fraction') && typeof q === 'number')) bad(p + 'quantity', 'Must be an integer'); }
      else if ((q < 1 && !(F('accepts-quantity-zero') && q === 0) && !(F('accepts-quantity-negative') && q < 0)) || (q > 999 && !(F('accepts-quantity-1000') && q === 1000) && !(F('accepts-quantity-large') && q > 1000)) || (F('refuses-quantity-999') && q === 999) || (F('refuses-quantity-1') && q === 1)) bad(p + 'quantity', 'Must be between 1 and 999');
      const u = it.unit_price;
      if (u === undefined) { if (F('requires-unit-price')) bad(p + 'unit_price', 'Is required'); }
      else if (typeof u !== 'number') { if (!(F('accepts-price-string') && typeof u === 'string' && !isNaN(u)) && !(F('accepts-price-null') && u === null)) bad(p + 'unit_price', 'Must be a number'); }
      else if (u < 0 || u > 1e9) bad(p + 'unit_price', 'Must not be negative');
      else if (!/^\d+(\.\d{1,2})?$/.test(String(u)) && !F('accepts-price-three-decimals') || (F('price-check-in-binary') && u * 100 % 1 !== 0) || (F('refuses-price-one-decimal') && /\.\d$/.test(String(u))) || (F('refuses-price-integer') && Number.isInteger(u))) bad(p + 'unit_price', 'Must have at most 2 decimal places');
    });
  }
  const ad = b.shipping_address;
  if (ad === undefined) { if (F('requires-address')) bad('shipping_address', 'Is required'); }
  else if (!obj(ad)) { if (!(F('accepts-address-null') && ad === null) && !(F('accepts-address-string') && typeof ad === 'string')) bad('shipping_address', 'Must be an object'); }
  else if (!F('address-unchecked')) {
    const max = { street: F('accepts-street-101') ? 101 : F('refuses-street-100') ? 99 : 100, city: F('accepts-city-51') ? 200 : F('refuses-city-50') ? 49 : 50, postal_code: 1e9, country: 1e9 };
    for (const k of ['street', 'city', 'postal_code', 'country']) {
      const v = ad[k], p = 'shipping_address.' + k;
      if (v === undefined) { if (!F('accepts-' + k + '-missing')) bad(p, 'Is required'); }
      else if (typeof v !== 'string') { if (!(F('accepts-' + k + '-null') && v === null) && !(F('accepts-' + k + '-number') && typeof v === 'number')) bad(p, 'Must be a string'); }
      else if (len(v) > max[k]) bad(p, `Must have at most ${max[k]} characters`);
      else if (k === 'postal_code' && !(F('postal-start-open') ? /\d{5}(-\d{4})?$/ : F('postal-end-open') ? /^\d{5}(-\d{4})?/ : F('postal-dash-optional') ? /^\d{5}(-?\d{4})?$/ : F('postal-zip4-refused') ? /^\d{5}$/ : F('postal-unicode-digits') ? /^\p{Nd}{5}(-\p{Nd}{4})?$/u : F('postal-letters') ? /^[\w]{5}(-\w{4})?$/ : F('postal-four-digits') ? /^\d{4,5}(-\d{4})?$/ : F('postal-newline') ? /^\d{5}(-\d{4})?\n?$/ : F('postal-six-digits') ? /^\d{5,6}(-\d{4})?$/ : F('postal-unchecked') ? /^/ : /^\d{5}(-\d{4})?$/).test(v)) bad(p, 'Must be a postal code');
      else if (k === 'country' && !(F('country-any-two-letters') ? /^[A-Z]{2}$/.test(v) : F('country-lower-case') ? CC.has(v.toUpperCase()) : F('country-alpha-3') ? CC.has(v) || /^[A-Z]{3}$/.test(v) : F('country-only-us') ? v === 'US' : F('country-unchecked') ? true : F('country-empty') ? v === '' || CC.has(v) : CC.has(v))) bad(p, 'Must be a country code');
    }
  }
  if (d.length) {
    if (V('more-details')) d.push({ field: 'request', error: 'See the documentation', code: 'E1' });
    throw invalid(F('details-first-only') ? d.slice(0, 1) : d);
  }
}
const canon = x => Array.isArray(x) ? '[' + x.map(canon).join(',') + ']' : x && typeof x === 'object' ? '{' + Object.keys(x).sort().map(k => JSON.stringify(k) + ':' + canon(x[k])).join(',') + '}' : JSON.stringify(x);
function hasDuplicateKeys(text) { // enough for a variant: counts top level occurrences
  return (text.match(/"customer_id"\s*:/g) || []).length > 1 || (text.match(/"items"\s*:/g) || []).length > 1;
}
function json(c) {
  const ct = c.headers['content-type'];
  if (ct === undefined) { if (!F('accepts-content-type-missing')) throw invalid([{ field: 'Content-Type', error: 'Is required' }]); }
  else if (!/^application\/json\s*(;|$)/i.test(ct) && !F('accepts-any-content-type')) {
    if (V('content-type-415')) throw new E(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported media type');
    throw invalid([{ field: 'Content-Type', error: 'Must be application/json' }]);
  }
  let text;
  try { text = F('accepts-invalid-utf8') ? c.raw.toString('utf8') : new TextDecoder('utf-8', { fatal: true, ignoreBOM: !V('bom-accepted') }).decode(c.raw); } catch { throw invalid([{ field: '', error: 'Must be UTF-8' }]); }
  if (V('duplicate-keys-400') && hasDuplicateKeys(text)) throw invalid([{ field: '', error: 'Duplicate key' }]);
  if (F('lenient-json')) text = text.replace(/,\s*([}\]])/g, '$1');
  if (F('lenient-json-truncated')) { try { JSON.parse(text); } catch { for (const s of ['}', ']}', '}]}', '"}]}']) try { return JSON.parse(text + s); } catch { } } }
  if (F('empty-body-500') && !text) throw new Error('empty');
  try { return JSON.parse(text); } catch (e) {
    if (F('malformed-json-500')) throw new E(500, 'INTERNAL_ERROR', 'Unexpected server error');
    if (F('malformed-json-no-timestamp')) throw Object.assign(invalid(null), { noTimestamp: true });
    throw invalid([{ field: '', error: 'Must be JSON' }]);
  }
}

// ---- orders ---------------------------------------------------------------------------------------------------
const cents = u => Math.round(u * 100);
function total(b) {
  const its = (Array.isArray(b.items) ? b.items : []).filter(obj);
  const price = it => typeof it.unit_price === 'number' ? it.unit_price : +it.unit_price || 10;
  if (F('total-null-without-price') && its.some(i => i.unit_price === undefined)) return null;
  if (F('total-in-binary')) return its.reduce((s, i) => s + i.quantity * price(i), 0);
  if (F('total-first-item')) its.length = Math.min(its.length, 1);
  if (F('total-without-last-item') && its.length > 1) its.pop();
  if (F('total-ignores-quantity')) return its.reduce((s, i) => s + cents(price(i)), 0) / 100;
  const t = its.reduce((s, i) => s + (Number(i.quantity) || 1) * cents(price(i)), 0);
  if (F('total-whole-units')) return Math.round(t / 100);
  if (F('total-truncated-to-dimes')) return Math.floor(t / 10) / 10;
  if (F('total-capped')) return Math.min(t, 9999999) / 100;
  if (F('total-quantity-capped-100')) return its.reduce((s, i) => s + Math.min(100, i.quantity) * cents(price(i)), 0) / 100;
  if (F('total-in-cents')) return t;
  if (F('total-with-tax')) return Math.round(t * 1.08) / 100;
  return t / 100;
}
const url = id => `https://api.example.com/orders/${id}/track`;
const createdView = o => ({ order_id: o.id, status: o.status, total_amount: o.total, currency: 'USD', created_at: iso(o.created), estimated_delivery: iso(o.created + 5 * 86400000), tracking_url: url(o.id) });
function view(o, op) {
  const v = { order_id: o.id, customer_id: o.customer, status: o.status, total_amount: o.total, currency: 'USD', created_at: iso(o.created), updated_at: iso(o.updated), estimated_delivery: iso(o.created + 5 * 86400000), tracking_url: url(o.id) };
  if (V('optional-absent')) { delete v.customer_id; delete v.updated_at; delete v.estimated_delivery; delete v.tracking_url; }
  if (V('extra-fields')) { v.items = o.body.items; v.shipping_address = o.body.shipping_address ?? null; v.links = { self: '/api/v1/orders/' + o.id }; }
  return v;
}
function newId() {
  seq++;
  if (F('ids-reused') && seq % 7 === 0 && orders.size) return [...orders.keys()].at(-1);
  if (V('uuid-ids')) return crypto.randomUUID();
  if (V('numeric-ids')) return String(100000 + seq);
  if (V('odd-ids')) return 'o.' + crypto.randomBytes(6).toString('base64url') + '~' + seq;
  return 'ORD-' + String(10000000 + crypto.randomInt(80000000)) + (orders.size > 5e5 ? seq : '');
}
function store(c, b, more = {}) {
  const id = F('mass-order-id') && typeof b.order_id === 'string' ? b.order_id : newId();
  const o = { id, n: seq, client: c.who.client, customer: b.customer_id, status: 'pending', total: total(b), created: now(), updated: now(), body: b, ...more };
  if (F('mass-status') && typeof b.status === 'string') o.status = b.status;
  if (F('mass-total') && typeof b.total_amount === 'number') o.total = b.total_amount;
  if (F('starts-confirmed')) o.status = 'confirmed';
  if (F('customer-lower-cased') && o.customer) o.customer = String(o.customer).toLowerCase();
  if (F('customer-truncated') && o.customer) o.customer = String(o.customer).slice(0, 40);
  orders.set(id, o);
  return o;
}
function fingerprint(c, b) {
  if (F('fingerprint-raw')) return c.raw.toString('latin1');
  if (F('fingerprint-customer-only')) return String(b.customer_id);
  if (F('fingerprint-without-address')) return canon({ ...b, shipping_address: 0 });
  if (F('fingerprint-first-item')) return canon({ ...b, items: b.items?.slice(0, 1) });
  if (F('fingerprint-without-quantity')) return canon({ ...b, items: b.items?.map(i => ({ ...i, quantity: 0 })) });
  if (F('fingerprint-without-price')) return canon({ ...b, items: b.items?.map(i => ({ ...i, unit_price: 0 })) });
  if (F('fingerprint-number-text')) return canon(b) + (c.raw.toString().match(/:\s*\d+\.0\b/g) || []).length;
  if (F('fingerprint-sorted-items')) return canon({ ...b, items: b.items && b.items.map(canon).sort() });
  if (F('fingerprint-length')) return String(canon(b).length);
  return canon(b);
}
function create(c, quiet) {
  if (quiet) { const b = JSON.parse(c.raw.toString()); store(c, b); return; }
  return (async () => {
    const rid = c.headers['x-request-id'];
    const hd = [];
    if (rid === undefined || rid === '') { if (!F('accepts-request-id-missing')) hd.push({ field: 'X-Request-ID', error: 'Is required' }); }
    else if (!UUID.test(rid) && !F('accepts-request-id-any') || (F('refuses-request-id-upper') && /[A-F]/.test(rid)) || (F('request-id-v4-only') && rid[14] !== '4')) hd.push({ field: 'X-Request-ID', error: 'Must be a UUID' });
    if (hd.length) throw invalid(hd);
    if (states.has('down') && !F('state-down-ignored')) throw F('down-as-500') ? new E(500, 'INTERNAL_ERROR', 'Unexpected server error') : new E(503, 'SERVICE_UNAVAILABLE', 'Service temporarily unavailable', {}, V('retry-after-on-503') ? { 'Retry-After': '30' } : {});
    const b = json(c);
    let key = c.headers['x-idempotency-key'], entry, ik;
    const check = () => { try { validate(b); } catch (e) { if (F('refused-but-created') && obj(b)) store(c, b); if (F('stores-400') && key) idem.set([c.who.client, c.method, c.path, key].join('|'), { fp: canon(b), at: now(), order: 'ORD-00000000', body: {}, seq }); throw e; } };
    if (key !== undefined) {
      const n = [...key].length;
      if ((n < 1 && !F('accepts-key-empty')) || (n > 255 && !F('accepts-key-256')) || (F('refuses-key-255') && n === 255) || (F('refuses-key-non-uuid') && !UUID.test(key))) throw invalid([{ field: 'X-Idempotency-Key', error: 'Must have 1 to 255 characters' }]);
    }
    if (!V('mismatch-before-validation') || key === undefined) check();
    if (key !== undefined && key !== '' && !F('key-ignored')) {
      if (F('key-case-insensitive')) key = key.toLowerCase();
      if (F('key-prefix-32')) key = key.slice(0, 32);
      if (F('key-prefix-200')) key = key.slice(0, 200);
      ik = [F('keys-across-clients') ? '' : c.who.client, c.method, c.path, key].join('|');
      const fp = fingerprint(c, b);
      entry = idem.get(ik);
      const life = F('retention-one-hour') ? 3600e3 : F('retention-23-hours') ? 23 * 3600e3 : F('replay-slow-window') ? 300 : F('retention-forever') ? Infinity : 24 * 3600e3;
      if (entry && now() - entry.at >= life && !entry.pending) { idem.delete(ik); entry = undefined; }
      if (entry && F('key-memory-20') && seq - entry.seq > 20) { idem.delete(ik); entry = undefined; }
      if (entry?.pending && F('inflight-unlocked')) entry = undefined;
      if (entry?.pending && V('inflight-wait')) { while (entry?.pending) { await sleep(5); entry = idem.get(ik); } }
      if (entry?.pending) throw new E(F('inflight-423') ? 423 : 409, F('inflight-as-duplicate') ? 'DUPLICATE_ORDER' : 'IDEMPOTENCY_IN_PROGRESS', 'A request with this idempotency key is still being processed', {}, F('inflight-no-retry-after') ? {} : { 'Retry-After': '1' });
      if (entry?.error) throw entry.error;
      if (entry) {
        const o = orders.get(entry.order);
        if (F('mismatch-ignored') || entry.fp === fp || F('mismatch-creates')) {
          if (entry.fp !== fp && F('mismatch-creates')) { return { status: 201, body: createdView(store(c, b)) }; }
          if (F('mismatch-poisons') && entry.poisoned) throw new E(409, 'DUPLICATE_ORDER', 'Order with this idempotency key already exists', { existing_order_id: entry.order });
          if (F('replay-409')) throw new E(409, 'DUPLICATE_ORDER', 'Order with this idempotency key already exists', { existing_order_id: entry.order });
          entry.replays = (entry.replays || 0) + 1;
          if (F('third-replay-creates') && entry.replays === 3) return { status: 201, body: createdView(store(c, b)) };
          if (F('second-replay-404') && entry.replays === 2) throw new E(404, 'NOT_FOUND', 'Order not found');
          if (F('replay-after-cancel-409') && o.status === 'cancelled') throw new E(409, 'CONFLICT', 'Order is already cancelled');
          if (F('replay-adds-shadow-order')) store(c, b);
          let body = createdView(o);
          if (F('replay-original-body')) body = { ...entry.body };
          if (F('replay-new-id')) body.order_id = newId();
          if (F('replay-total-zero')) body.total_amount = 0;
          if (V('extra-fields')) body.replayed = true;
          return { status: F('replay-201') ? 201 : 200, headers: V('replayed-header') ? { 'Idempotent-Replayed': 'true' } : {}, body };
        }
        entry.poisoned = true;
        throw new E(F('mismatch-422') ? 422 : F('mismatch-400') ? 400 : 409, F('mismatch-conflict-code') ? 'CONFLICT' : F('mismatch-400') ? 'VALIDATION_ERROR' : 'DUPLICATE_ORDER', 'Order with this idempotency key already exists',
          F('existing-id-missing') ? {} : { existing_order_id: F('existing-id-wrong') ? newId() : F('existing-id-number') ? 12345678 : entry.order });
      }
      if (V('mismatch-before-validation')) check();
      entry = { pending: true, fp, at: now(), seq };
      idem.set(ik, entry);
    }
    try {
      if (F('no-key-deduplicates') && key === undefined) { const same = [...orders.values()].find(o => o.client === c.who.client && canon(o.body) === canon(b)); if (same) return { status: 200, body: createdView(same) }; }
      await sleep(+process.env.DELAY || (V('slow') ? 120 : 15));
      if (states.has('fail')) { if (F('failure-leaves-order')) store(c, b); if (!F('state-fail-ignored')) throw new E(500, 'INTERNAL_ERROR', F('stack-trace') ? "TypeError: Cannot read properties of undefined (reading 'id')\n    at OrderService.create (/srv/app/src/orders.js:42:13)" : 'Unexpected server error'); }
      if (states.has('inactive')) throw new E(F('inactive-404') ? 404 : 400, F('inactive-as-validation-error') ? 'VALIDATION_ERROR' : 'INVALID_CUSTOMER', 'Customer is inactive');
      if (states.has('stock')) { if (F('no-stock-leaves-order')) store(c, b); throw new E(F('no-stock-422') ? 422 : 409, F('no-stock-as-conflict') ? 'CONFLICT' : 'INSUFFICIENT_INVENTORY', 'Out of stock'); }
      if (states.has('decline')) { if (F('declined-leaves-order')) store(c, b); throw new E(F('declined-400') ? 400 : 402, F('declined-code') ? 'PAYMENT_DECLINED' : 'PAYMENT_FAILED', 'Payment was declined'); }
      const o = store(c, b);
      const body = createdView(o);
      if (ik) idem.set(ik, { fp: entry.fp, at: entry.at, order: o.id, body, seq });
      if (V('extra-fields')) body.links = { self: '/api/v1/orders/' + o.id };
      return { status: 201, headers: V('location') ? { Location: '/api/v1/orders/' + o.id } : {}, body };
    } catch (e) {
      if (ik) {
        idem.delete(ik);
        if ((F('stores-402') && e.status === 402) || (F('stores-409') && e.status === 409) || (F('stores-500') && e.status === 500)) idem.set(ik, { fp: entry.fp, at: entry.at, error: e, seq });
      }
      throw e;
    }
  })();
}
const mine = (c, o) => o.client === c.who.client;
function find(c, op) {
  let o = orders.get(c.id);
  if (!o && F('id-case-insensitive')) o = [...orders.values()].find(x => x.id.toLowerCase() === c.id.toLowerCase());
  if (!o && F('long-id-500') && c.id.length > 50) throw new Error('too long');
  if (!o || o.gone) throw new E(F('unknown-' + op + '-400') ? 400 : F('unknown-' + op + '-409') ? 409 : F('unknown-' + op + '-500') ? 500 : 404, 'NOT_FOUND', 'Order not found');
  if (!mine(c, o) && !F('foreign-' + op)) throw V('foreign-403') ? new E(403, 'FORBIDDEN', 'Insufficient permissions', {}, challenge(', error="insufficient_scope"')) : new E(404, 'NOT_FOUND', 'Order not found');
  return o;
}
function int(c, name, min, max, dflt) {
  const all = c.query.getAll(name);
  if (!all.length) return dflt;
  const s = all[0];
  if (F('accepts-' + name + '-text') && !/^-?\d/.test(s)) return dflt;
  if (F('accepts-' + name + '-fraction') && /^\d+\.\d+$/.test(s)) return Math.floor(+s);
  if (F('accepts-' + name + '-trailing-text') && /^\d+[a-z]+$/.test(s)) return parseInt(s);
  if (all.length > 1 && !F('accepts-repeated-limit') && !V('repeated-parameter-first')) throw invalid([{ field: name, error: 'Was given more than once' }]);
  if (!/^-?\d+$/.test(s)) throw invalid([{ field: name, error: 'Must be an integer' }]);
  const n = +s;
  if (n < min && !(F('accepts-' + name + '-low')) || n > max && !F('accepts-' + name + '-high') || (F('refuses-limit-100') && n === 100 && name === 'limit') || (F('refuses-offset-0') && n === 0 && name === 'offset')) throw invalid([{ field: name, error: 'Is out of range' }]);
  return Math.max(min, Math.min(max, n));
}
let listCache;
const OPS = {
  create,
  list(c) {
    let limit = int(c, 'limit', 1, 100, F('default-limit-10') ? 10 : F('default-limit-100') ? 100 : 20), off = int(c, 'offset', 0, Number.MAX_SAFE_INTEGER, 0);
    let all = [...orders.values()].filter(o => (mine(c, o) || F('foreign-list')) && !o.gone).sort((a, b) => b.n - a.n);
    if (F('list-oldest-first')) all.reverse();
    if (F('list-by-id')) all.sort((a, b) => a.id < b.id ? 1 : -1);
    if (F('list-without-cancelled')) all = all.filter(o => o.status !== 'cancelled');
    if (F('list-misses-newest')) all.shift();
    if (F('list-cached')) { listCache ??= {}; const k = c.who.client; if (listCache[k] && now() - listCache[k].at < 30000) all = listCache[k].all; else listCache[k] = { at: now(), all }; }
    if (F('list-duplicates') && all.length) all = [all[0], ...all];
    if (F('offset-ignored')) off = 0;
    if (F('offset-off-by-one') && off > 0) off++;
    if (F('offset-in-pages')) off *= limit;
    if (F('limit-ignored')) limit = 20;
    if (F('limit-off-by-one')) limit++;
    if (F('limit-first-only') && limit > 5) limit = 5;
    const page = all.slice(off, off + limit).map(o => view(o, 'list'));
    if (F('offset-beyond-404') && off >= all.length && off > 0) throw new E(404, 'NOT_FOUND', 'No such page');
    return { status: 200, body: { orders: page, ...(V('extra-fields') ? { total: all.length, limit, offset: off, next: null } : {}) } };
  },
  get(c) {
    const o = find(c, 'get');
    if (F('get-confirms')) o.status = o.status === 'pending' ? 'confirmed' : o.status;
    if (F('get-other-order')) { const x = [...orders.values()].reverse().find(x => mine(c, x)); return { status: 200, body: view(x) }; }
    if (F('third-read-404') && (o.reads = (o.reads || 0) + 1) >= 3) throw new E(404, 'NOT_FOUND', 'Order not found');
    return { status: 200, body: view(o, 'get') };
  },
  cancel(c) {
    const o = find(c, 'cancel');
    if (o.status !== 'pending' && o.status !== 'confirmed') {
      if (F('cancel-twice-200')) return { status: 200, body: view(o) };
      throw new E(F('cancel-twice-400') ? 400 : F('cancel-twice-404') ? 404 : 409, F('cancel-twice-code') ? 'ORDER_ALREADY_CANCELLED' : 'CONFLICT', 'Order is already cancelled');
    }
    if (F('cancel-not-stored')) return { status: 200, body: { ...view(o), status: 'cancelled' } };
    if (F('cancel-answers-pending')) { const v = view(o); o.status = 'cancelled'; return { status: 200, body: v }; }
    if (F('cancel-cancels-previous')) { const p = [...orders.values()].filter(x => mine(c, x)).sort((a, b) => b.n - a.n).find(x => x.n < o.n); if (p) p.status = 'cancelled'; }
    if (F('cancel-removes')) o.gone = true;
    if (F('cancel-changes-total')) o.total = 0;
    if (F('cancel-stores-shipped')) { o.status = 'cancelled'; const v = view(o); o.status = 'shipped'; return { status: 200, body: v }; }
    if (F('cancel-resets-created')) o.created = now() + 5000;
    o.status = 'cancelled'; o.updated = now();
    return { status: 200, body: view(o, 'cancel') };
  },
  search(c) {
    const q = c.query.get('customer_id');
    if (q === null && !F('accepts-search-without-customer')) throw invalid([{ field: 'customer_id', error: 'Is required' }]);
    if (q === '' && !V('empty-search-200')) throw invalid([{ field: 'customer_id', error: 'Must not be empty' }]);
    if (q !== null && len(q) > 50 && !F('accepts-search-51')) throw invalid([{ field: 'customer_id', error: 'Must have at most 50 characters' }]);
    let all = [...orders.values()].filter(o => (mine(c, o) || F('foreign-search')) && !o.gone && (q === null || o.customer === q
      || (F('search-prefix') && String(o.customer).startsWith(q)) || (F('search-case-insensitive') && String(o.customer).toLowerCase() === q.toLowerCase()) || F('search-ignores-customer'))).sort((a, b) => b.n - a.n);
    if (F('search-misses-newest')) all.shift();
    if (F('search-without-cancelled')) all = all.filter(o => o.status !== 'cancelled');
    if (F('search-first-only')) all = all.slice(0, 1);
    if (F('search-duplicates')) all = all.flatMap(o => [o, o]);
    if (F('search-nothing-404') && !all.length) throw new E(404, 'NOT_FOUND', 'No orders');
    if (F('search-stale-status')) return { status: 200, body: { orders: all.map(o => ({ ...view(o), status: 'pending' })) } };
    if (V('search-capped')) all = all.slice(0, 100);
    return { status: 200, body: { orders: all.map(o => view(o, 'search')) } };
  },
};

// ---- routing --------------------------------------------------------------------------------------------------
function route(c) {
  let p = c.path;
  if (V('trailing-slash-ok') && p.length > 1) p = p.replace(/\/$/, '');
  if (p === '/api/v1/orders') return { GET: 'list', POST: 'create' };
  if (p === '/api/v1/search') return { GET: 'search' };
  let m = /^\/api\/v1\/orders\/([^/]+)$/.exec(p);
  if (m) { try { c.id = decodeURIComponent(m[1]); } catch { c.id = m[1]; } return { GET: 'get' }; }
  m = /^\/api\/v1\/orders\/([^/]+)\/cancel$/.exec(p);
  if (m) { try { c.id = decodeURIComponent(m[1]); } catch { c.id = m[1]; } return { POST: 'cancel' }; }
  return null;
}
async function api(c) {
  const table = route(c);
  if (!table) throw new E(404, 'NOT_FOUND', 'No such resource');
  let method = c.method === 'HEAD' && !V('head-405') ? 'GET' : c.method;
  if (F('method-override') && c.headers['x-http-method-override']) method = c.headers['x-http-method-override'];
  let op = table[method];
  if (!op) {
    if (F('delete-works') && method === 'DELETE' && table.GET === 'get') { const o = orders.get(c.id); if (o) o.gone = true; c.op = 'delete'; return { status: 204, headers: {}, body: undefined }; }
    if (F('put-creates') && method === 'PUT' && table.POST === 'create') op = 'create';
    else if (F('undeclared-method-500')) throw new Error('no handler');
    else if (V('method-404')) throw new E(404, 'NOT_FOUND', 'No such resource');
    else if (method === 'OPTIONS' && !V('options-405')) return { status: 204, headers: { Allow: Object.keys(table).join(', ') }, body: undefined };
    else { c.op = 'method'; throw new E(405, V('method-405-validation') ? 'VALIDATION_ERROR' : 'METHOD_NOT_ALLOWED', 'Method not allowed', {}, { Allow: Object.keys(table).concat(V('head-405') || !table.GET ? [] : ['HEAD']).join(', ') }); }
  }
  c.op = op; counts[op] = (counts[op] || 0) + 1; c.n = counts[op];
  if (F('validation-before-auth') && op === 'create') { validate(json(c)); }
  if (V('malformed-before-auth') && op === 'create') json(c);
  try { c.who = authenticate(c, op); }
  catch (e) { if (V('headers-on-401', 'count-401') || F('limit-headers-on-401-wrong')) { try { rate(c, op, 'anonymous'); } catch { } } throw e; }
  if (V('limit-before-scope')) { rate(c, op, c.who.client); authorize(c, op); }
  else { if (V('scope-before-limit')) authorize(c, op); rate(c, op, c.who.client); if (!V('scope-before-limit')) authorize(c, op); }
  if (V('state-affects-all') && op !== 'create') {
    if (states.has('down')) throw new E(503, 'SERVICE_UNAVAILABLE', 'Service temporarily unavailable');
    if (states.has('fail')) throw new E(500, 'INTERNAL_ERROR', 'Unexpected server error');
  }
  return await OPS[op](c);
}
const STATES = [[/stock to 0/i, 'stock'], [/decline/i, 'decline'], [/inactive/i, 'inactive'], [/to fail/i, 'fail'], [/maintenance/i, 'down'], [/exists|in stock|is valid/i, 'ok']];
const RU = { 400: 'Неверный запрос', 401: 'Недействительный токен', 402: 'Платёж отклонён', 403: 'Недостаточно прав', 404: 'Заказ не найден', 409: 'Конфликт', 429: 'Слишком много запросов' };
let total_requests = 0;
const server = http.createServer({ keepAliveTimeout: 5000, requestTimeout: 60000 }, async (req, res) => {
  const chunks = []; let size = 0, tooBig = false;
  try { for await (const ch of req) { size += ch.length; if (size > 2e6) tooBig = true; else chunks.push(ch); } } catch { return; }
  const u = new URL('http://x' + (req.url.startsWith('/') ? req.url : '/' + req.url));
  const c = { method: req.method, path: u.pathname, query: u.searchParams, headers: req.headers, raw: Buffer.concat(chunks), req, now, iso, orders, expired: t => tokens.get(t)?.expires <= now(), total: ++total_requests, F };
  if (V('slow') && c.path !== '/provider-states') await sleep(60 + Math.random() * 120);
  let r;
  if (c.path === '/provider-states') {
    let b = {}; try { b = JSON.parse(c.raw); } catch { }
    const s = STATES.find(([re]) => re.test(b.state || ''));
    if (!s) r = { status: 404, body: { error: 'unknown state' } };
    else { if (b.action === 'teardown') states.delete(s[1]); else states.add(s[1]); r = { status: 200, body: {} }; }
    res.writeHead(r.status, { 'Content-Type': 'application/json' }).end(JSON.stringify(r.body)); return;
  }
  if (c.path === '/test-clock') {
    let b = {}; try { b = JSON.parse(c.raw); } catch { }
    offset += (+b.advance_seconds || 0) * 1000;
    res.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ now: iso(now()) })); return;
  }
  if (c.path === '/oauth/token') { c.op = 'token'; r = token(c); }
  else {
    try { if (tooBig) throw new E(413, 'PAYLOAD_TOO_LARGE', 'Payload too large'); r = await api(c); }
    catch (e) {
      if (!(e instanceof E)) e = new E(500, 'INTERNAL_ERROR', 'Unexpected server error');
      const rid = V('request-id-same') && c.headers['x-request-id'] ? c.headers['x-request-id'] : V('request-id-ulid') ? 'req_' + crypto.randomBytes(8).toString('hex') : crypto.randomUUID();
      r = { status: e.status, headers: { ...e.headers }, error: true, body: { error_code: e.code, message: V('russian-messages') ? RU[e.status] || 'Ошибка' : e.message, ...e.extra, request_id: rid, timestamp: iso(now()) } };
      if (e.noTimestamp) delete r.body.timestamp;
      if (V('extra-fields')) r.body.documentation_url = 'https://example.com/errors#' + e.code;
    }
    r.headers ??= {};
    if (c.rl) Object.assign(r.headers, { 'X-RateLimit-Limit': String(c.rl.limit), 'X-RateLimit-Remaining': String(c.rl.remaining), 'X-RateLimit-Reset': String(c.rl.reset) });
    if (V('request-id-echo') && c.headers['x-request-id']) r.headers['X-Request-ID'] = c.headers['x-request-id'];
  }
  r.headers ??= {};
  if (r.body !== undefined) r.headers['Content-Type'] = V('charset') ? 'application/json; charset=utf-8' : V('charset-quoted') ? 'Application/JSON;charset="UTF-8"' : 'application/json';
  r.headers.Date = new Date(now()).toUTCString();
  if (mutate) mutate(c, r, res);
  if (r.destroy) { req.socket.destroy(); return; }
  if (V('extra-headers')) Object.assign(r.headers, { 'X-Powered-By': 'bench', Vary: 'Accept-Encoding', 'Strict-Transport-Security': 'max-age=1', 'Set-Cookie': ['a=1', 'b=2'], ETag: '"' + crypto.randomBytes(4).toString('hex') + '"' });
  let text = r.text ?? (r.body === undefined ? '' : V('pretty-json') ? JSON.stringify(r.body, null, 2) + '\n' : V('escaped-json') ? JSON.stringify(r.body).replace(/[a-z]/g, (ch, i, s) => i % 7 ? ch : ch).replace(/\//g, '\\/') : JSON.stringify(r.body));
  if (V('total-trailing-zero')) text = text.replace(/("total_amount":)(\d+)(\.\d+)?/g, (_, k, i, f) => k + i + (f || '.0').padEnd(4, '0'));
  if (V('total-exponent')) text = text.replace(/("total_amount":)(\d+(\.\d+)?)/g, (_, k, n) => k + Number(n).toExponential());
  let buf = Buffer.isBuffer(r.raw) ? r.raw : Buffer.from(text, 'utf8');
  if ((V('gzip-if-asked') && /gzip/.test(c.headers['accept-encoding'] || '')) || r.gzip) { buf = zlib.gzipSync(buf); r.headers['Content-Encoding'] = 'gzip'; r.headers.Vary = 'Accept-Encoding'; }
  res.sendDate = !!r.headers.Date && !r.noDate;
  const h = {};
  for (const [k, v] of Object.entries(r.headers)) if (v !== undefined) h[V('lowercase-headers') ? k.toLowerCase() : k] = v;
  if (r.noDate) delete h.Date;
  if (V('connection-close')) h.Connection = 'close';
  const noBody = r.status === 204 || r.status === 304;
  if (!noBody && !V('chunked') && !r.chunked) h['Content-Length'] = r.contentLength ?? buf.length;
  res.writeHead(r.status, h);
  if (noBody || req.method === 'HEAD') { res.end(); return; }
  if (V('chunked') || r.chunked) { for (let i = 0; i < buf.length; i += 37) res.write(buf.subarray(i, i + 37)); res.end(); return; }
  if (r.cut) { res.write(buf.subarray(0, buf.length - 5), () => req.socket.destroy()); return; }
  res.end(buf);
});
server.listen(+process.env.PORT || 0, '127.0.0.1', () => console.log('listening ' + server.address().port));
