// An Orders API written from the integration specification alone, in another language and without any code of ours:
// the suite must find nothing wrong with it, and must find what FAULT=name[,name] breaks.
//
// usage: node orders-server.mjs [--port N] [--clock] [--states]
// Prints "listening on http://127.0.0.1:PORT" when it is ready.
import http from 'node:http';
import crypto from 'node:crypto';

const args = process.argv.slice(2);
const argument = (name, fallback) => (args.includes(name) ? args[args.indexOf(name) + 1] : fallback);
const faults = new Set((process.env.FAULT ?? '').split(',').filter(Boolean));
const lies = name => faults.has(name);

const client = { id: process.env.CLIENT_ID ?? 'foreign-client', secret: process.env.CLIENT_SECRET ?? 'foreign-secret' };
const factor = Number(process.env.LIMIT_FACTOR ?? '1');
const hasClock = args.includes('--clock');
const hasStates = args.includes('--states');

let clockOffset = 0;
const now = () => Date.now() + clockOffset;
const iso = ms => new Date(ms).toISOString();

const tokens = new Map(); // token -> { scopes, expires }
const orders = new Map(); // id -> order, in order of creation
const keys = new Map(); // idempotency key -> { fingerprint, id, pending }
const windows = new Map(); // client + bucket -> { start, count }
const states = new Set();
let sequence = 0;

class Refusal extends Error {
  constructor(status, code, message, extra = {}, headers = {}) {
    super(message);
    Object.assign(this, { status, code, extra, headers });
  }
}

// --- authentication -------------------------------------------------------------------------------------------------

function issueToken(request, body, response) {
  if (request.method !== 'POST') {
    return plain(response, 405, { error: 'invalid_request' }, { Allow: 'POST' });
  }
  const refuse = (status, error) =>
    plain(response, status, { error }, { 'Cache-Control': 'no-store', Pragma: 'no-cache', ...(status === 401 ? { 'WWW-Authenticate': 'Basic realm="token"' } : {}) });
  if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    return refuse(400, 'invalid_request');
  }
  const form = new URLSearchParams(body.toString('utf8'));
  let id = form.get('client_id');
  let secret = form.get('client_secret');
  const basic = /^Basic (.+)$/i.exec(request.headers.authorization ?? '');
  if (basic) {
    [id, secret] = Buffer.from(basic[1], 'base64').toString('utf8').split(':').map(decodeURIComponent);
  }
  if (!form.get('grant_type')) return refuse(400, 'invalid_request');
  if (id !== client.id || (secret !== client.secret && !lies('any-secret'))) return refuse(401, 'invalid_client');
  if (form.get('grant_type') !== 'client_credentials') return refuse(400, 'unsupported_grant_type');
  const asked = (form.get('scope') || 'read write').split(' ').filter(Boolean);
  if (asked.some(scope => !['read', 'write'].includes(scope))) return refuse(400, 'invalid_scope');
  const token = crypto.randomBytes(24).toString('base64url');
  tokens.set(token, { scopes: new Set(asked), expires: now() + 3600_000 });
  plain(
    response,
    200,
    {
      access_token: token,
      token_type: 'Bearer',
      expires_in: lies('expires-in-text') ? '3600' : 3600,
      ...(lies('token-without-scope') ? {} : { scope: asked.join(' ') }),
    },
    lies('token-cacheable') ? {} : { 'Cache-Control': 'no-store', Pragma: 'no-cache' },
  );
}

function authenticate(request, scope) {
  const challenge = error => ({ 'WWW-Authenticate': `Bearer realm="orders"${error ? `, error="${error}"` : ''}` });
  const refusal = (error, headers = challenge(error)) =>
    new Refusal(401, lies('wrong-401-code') ? 'FORBIDDEN' : 'UNAUTHORIZED', 'Invalid or expired access token', {}, lies('no-challenge') ? {} : headers);
  const match = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '');
  if (!match) {
    if (lies('auth-optional')) return 'anonymous';
    throw refusal();
  }
  const known = tokens.get(match[1]);
  if (!known && !lies('any-token')) throw refusal('invalid_token');
  if (known && known.expires <= now() && !lies('tokens-never-expire')) throw refusal('invalid_token');
  if (known && !known.scopes.has(scope) && !lies('scopes-ignored')) {
    throw new Refusal(403, 'FORBIDDEN', 'Insufficient permissions', {}, challenge('insufficient_scope'));
  }
  return client.id;
}

// --- limits ---------------------------------------------------------------------------------------------------------

function countRequest(bucket, perMinute, response) {
  const limit = perMinute * factor;
  const length = 60_000;
  const start = Math.floor(now() / length) * length;
  let window = windows.get(bucket);
  if (!window || window.start !== start) windows.set(bucket, (window = { start, count: 0 }));
  window.count += 1;
  const reset = Math.ceil((start + length) / 1000);
  if (!lies('no-limit-headers')) {
    response.setHeader('X-RateLimit-Limit', String(lies('wrong-limit-header') ? limit + 1 : limit));
    response.setHeader('X-RateLimit-Remaining', String(lies('remaining-stuck') ? limit : Math.max(0, limit - window.count)));
    response.setHeader('X-RateLimit-Reset', String(lies('reset-relative') ? Math.ceil((start + length - now()) / 1000) : reset));
  }
  if (window.count > limit * 1.5 && !lies('limit-not-enforced')) {
    const wait = Math.max(1, Math.ceil((start + length - now()) / 1000));
    throw new Refusal(
      429,
      'RATE_LIMIT_EXCEEDED',
      'Rate limit exceeded',
      { retry_after: wait },
      lies('no-retry-after') ? {} : { 'Retry-After': String(lies('retry-after-lies') ? 1 : wait) },
    );
  }
}

// --- validation -----------------------------------------------------------------------------------------------------

const countries = new Set(
  ('AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI ' +
    'CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ ' +
    'GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS ' +
    'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG ' +
    'PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK ' +
    'TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW').split(' '),
);
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);
const codePoints = text => [...text].length;

function validateOrder(order) {
  const problems = [];
  const wrong = (field, error) => problems.push({ field, error });
  if (!isObject(order)) {
    wrong('', 'Must be an object');
    return problems;
  }
  if (order.customer_id === undefined) {
    if (!lies('customer-optional')) wrong('customer_id', 'Is required');
  } else if (typeof order.customer_id !== 'string') wrong('customer_id', 'Must be a string');
  else if (codePoints(order.customer_id) > (lies('customer-too-short') ? 49 : 50)) wrong('customer_id', 'Must be at most 50 characters');
  else if (!/^[A-Za-z0-9_-]+$/.test(order.customer_id) && !lies('customer-any-character')) wrong('customer_id', 'Must be alphanumeric');

  if (order.items === undefined) wrong('items', 'Is required');
  else if (!Array.isArray(order.items)) wrong('items', 'Must be an array');
  else {
    if (order.items.length < 1 && !lies('items-may-be-empty')) wrong('items', 'Must have at least 1 element');
    if (order.items.length > (lies('too-many-items') ? 1000 : 100)) wrong('items', 'Must have at most 100 elements');
    order.items.forEach((item, index) => {
      const at = `items[${lies('details-without-index') ? '' : index}]`;
      if (!isObject(item)) return wrong(at, 'Must be an object');
      if (item.product_id === undefined) wrong(`${at}.product_id`, 'Is required');
      else if (typeof item.product_id !== 'string') wrong(`${at}.product_id`, 'Must be a string');
      if (item.quantity === undefined) wrong(`${at}.quantity`, 'Is required');
      else if (!Number.isInteger(item.quantity)) {
        if (!(lies('quantity-as-text') && typeof item.quantity === 'string')) wrong(`${at}.quantity`, 'Must be an integer');
      } else if (item.quantity < (lies('quantity-zero') ? 0 : 1) || item.quantity > (lies('quantity-1000') ? 1000 : 999)) {
        wrong(`${at}.quantity`, 'Must be between 1 and 999');
      }
      if (item.unit_price !== undefined) {
        if (typeof item.unit_price !== 'number') wrong(`${at}.unit_price`, 'Must be a number');
        else if (!/^-?\d+(\.\d{1,2})?$/.test(String(item.unit_price)) && !lies('price-any-scale')) wrong(`${at}.unit_price`, 'Must have at most 2 decimal places');
      }
    });
  }

  const address = order.shipping_address;
  if (address !== undefined && !isObject(address)) wrong('shipping_address', 'Must be an object');
  else if (address !== undefined) {
    for (const [name, limit] of [['street', 100], ['city', lies('city-any-length') ? 1e6 : 50], ['postal_code', 1e6], ['country', 1e6]]) {
      const value = address[name];
      const field = `shipping_address.${name}`;
      if (value === undefined) wrong(field, 'Is required');
      else if (typeof value !== 'string') wrong(field, 'Must be a string');
      else if (codePoints(value) > limit) wrong(field, `Must be at most ${limit} characters`);
      else if (name === 'postal_code' && !(lies('postal-code-prefix') ? /^[0-9]{5}/ : /^[0-9]{5}(-[0-9]{4})?$/).test(value)) wrong(field, 'Must be a ZIP code');
      else if (name === 'country' && !(lies('country-any-two-letters') ? /^[A-Z]{2}$/.test(value) : countries.has(value))) wrong(field, 'Must be an ISO 3166-1 alpha-2 code');
    }
  }
  return problems;
}

// JSON.parse keeps the last of two equal keys; the specification's example server refuses nothing there, and neither do we.
function parseJson(request, body) {
  const mediaType = (request.headers['content-type'] ?? '').split(';')[0].trim().toLowerCase();
  if (mediaType !== 'application/json' && !lies('any-content-type')) {
    throw invalid([{ field: 'Content-Type', error: 'Must be application/json' }]);
  }
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return JSON.parse(text);
  } catch {
    if (lies('malformed-json-500')) throw new Error('boom');
    throw invalid([{ field: '', error: 'Must be JSON' }]);
  }
}

const invalid = details =>
  new Refusal(lies('validation-422') ? 422 : 400, 'VALIDATION_ERROR', 'Request validation failed', lies('no-details') ? {} : { details });

function requireRequestId(request, required) {
  const value = request.headers['x-request-id'];
  if (value === undefined ? required && !lies('request-id-optional') : !uuid.test(value) && !lies('request-id-any')) {
    throw invalid([{ field: 'X-Request-ID', error: 'Must be a UUID' }]);
  }
}

// --- operations -----------------------------------------------------------------------------------------------------

const canonical = value =>
  Array.isArray(value) ? `[${value.map(canonical)}]` : isObject(value) ? `{${Object.keys(value).sort().map(k => JSON.stringify(k) + canonical(value[k]))}}` : JSON.stringify(value);

function created(order) {
  const { customer_id, items, updated_at, ...view } = order;
  return view;
}

async function createOrder(request, body, response) {
  requireRequestId(request, true);
  const payload = parseJson(request, body);
  const problems = validateOrder(payload);
  if (problems.length > 0) throw invalid(problems);
  const key = request.headers['x-idempotency-key'];
  if (key !== undefined && (key.length < 1 || key.length > 255)) throw invalid([{ field: 'X-Idempotency-Key', error: 'Must have 1 to 255 characters' }]);
  const fingerprint = crypto.createHash('sha256').update(canonical(payload)).digest('hex');
  if (key !== undefined && !lies('no-idempotency')) {
    const earlier = keys.get(key);
    if (earlier) {
      if (earlier.fingerprint !== fingerprint && !lies('mismatch-ignored')) {
        throw new Refusal(409, 'DUPLICATE_ORDER', 'Order with this idempotency key already exists', lies('no-existing-id') ? {} : { existing_order_id: earlier.id });
      }
      return send(response, lies('replay-201') ? 201 : lies('replay-409') ? 409 : 200, created(orders.get(earlier.id)));
    }
  }
  for (const [state, status, code] of [
    ['Set product stock to 0', 409, 'INSUFFICIENT_INVENTORY'],
    ['Configure payment service to decline', 402, 'PAYMENT_FAILED'],
    ['Set customer status to inactive', 400, 'INVALID_CUSTOMER'],
    ['Configure order service to fail', 500, 'INTERNAL_ERROR'],
    ['Take order service down for maintenance', 503, 'SERVICE_UNAVAILABLE'],
  ]) {
    if (states.has(state)) throw new Refusal(lies('payment-status') && status === 402 ? 400 : status, code, code.toLowerCase().replaceAll('_', ' '));
  }
  if (lies('idempotency-race') && key !== undefined) await new Promise(resolve => setTimeout(resolve, 20));
  const id = `ORD-${String(++sequence).padStart(8, '0')}`;
  const total = payload.items.reduce((sum, item) => sum + Math.round((item.unit_price ?? 10) * 100) * item.quantity, 0) / 100;
  const order = {
    order_id: id,
    ...(lies('no-status-field') ? {} : { status: 'pending' }),
    total_amount: lies('total-as-text') ? String(total) : total + (lies('wrong-total') ? 1 : 0),
    currency: 'USD',
    created_at: lies('created-at-no-zone') ? iso(now()).slice(0, 19) : iso(now()),
    estimated_delivery: iso(now() + 5 * 86_400_000),
    tracking_url: `https://api.example.com/orders/${id}/track`,
    customer_id: payload.customer_id,
    items: payload.items,
  };
  if (!lies('order-not-stored')) orders.set(id, order);
  if (key !== undefined) keys.set(key, { fingerprint, id });
  response.setHeader('Location', `/api/v1/orders/${id}`);
  send(response, lies('created-200') ? 200 : 201, created(order));
}

const readable = ({ items, ...view }) => view;

function findOrder(id) {
  const order = orders.get(id);
  if (!order) throw new Refusal(lies('unknown-400') ? 400 : 404, 'NOT_FOUND', 'Order not found');
  return order;
}

function boundedInteger(query, name, least, greatest, fallback) {
  const text = query.get(name);
  if (text === null) return fallback;
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || value < least || value > greatest) throw invalid([{ field: name, error: `Must be between ${least} and ${greatest}` }]);
  return value;
}

function listOrders(query, response) {
  const limit = boundedInteger(query, 'limit', 1, lies('page-any-size') ? 1e9 : 100, 20);
  const offset = boundedInteger(query, 'offset', 0, Number.MAX_SAFE_INTEGER, 0);
  const all = [...orders.values()].reverse();
  send(response, 200, { orders: all.slice(offset, offset + limit).map(readable) });
}

function searchOrders(query, response) {
  const customer = query.get('customer_id');
  if (customer === null) throw invalid([{ field: 'customer_id', error: 'Is required' }]);
  if (codePoints(customer) > 50) throw invalid([{ field: 'customer_id', error: 'Must be at most 50 characters' }]);
  send(response, 200, { orders: [...orders.values()].filter(o => lies('search-everything') || o.customer_id === customer).map(readable) });
}

function cancelOrder(id, response) {
  const order = findOrder(id);
  if (order.status === 'cancelled' && !lies('cancel-twice')) throw new Refusal(409, 'CONFLICT', 'Order is already cancelled');
  if (!lies('cancel-does-nothing')) order.status = 'cancelled';
  order.updated_at = iso(now());
  send(response, 200, readable(order));
}

// --- transport ------------------------------------------------------------------------------------------------------

function plain(response, status, value, headers = {}) {
  const body = Buffer.from(JSON.stringify(value));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': body.length, Date: new Date(now()).toUTCString(), ...headers });
  response.end(body);
}

function send(response, status, value, headers = {}) {
  plain(response, status, value, headers);
}

function refuse(request, response, refusal) {
  const body = {
    ...(lies('no-error-code') ? {} : { error_code: refusal.code }),
    message: refusal.message,
    ...refusal.extra,
    ...(lies('no-request-id') ? {} : { request_id: uuid.test(request.headers['x-request-id'] ?? '') ? request.headers['x-request-id'] : crypto.randomUUID() }),
    timestamp: iso(now()),
  };
  if (lies('html-errors')) {
    response.writeHead(refusal.status, { 'Content-Type': 'text/html', ...refusal.headers });
    return response.end(`<h1>${refusal.status}</h1>`);
  }
  send(response, refusal.status, body, refusal.headers);
}

async function route(request, body, response) {
  const url = new URL(request.url, 'http://localhost');
  const path = url.pathname;
  if (path === '/oauth/token') return issueToken(request, body, response);
  if (hasStates && path === '/provider-states' && request.method === 'POST') {
    const { state, action } = JSON.parse(body.toString('utf8'));
    action === 'teardown' ? states.delete(state) : states.add(state);
    return plain(response, 200, {});
  }
  if (hasClock && path === '/test-clock' && request.method === 'POST') {
    clockOffset += JSON.parse(body.toString('utf8')).advance_seconds * 1000;
    return plain(response, 200, {});
  }
  const one = /^\/api\/v1\/orders\/([^/]+)$/.exec(path);
  const cancel = /^\/api\/v1\/orders\/([^/]+)\/cancel$/.exec(path);
  const table = [
    ['POST', path === '/api/v1/orders', 'write', 'create', 100, () => createOrder(request, body, response)],
    ['GET', path === '/api/v1/orders', 'read', 'list', 300, () => listOrders(url.searchParams, response)],
    ['GET', one, 'read', 'other', 100, () => send(response, 200, readable(findOrder(decodeURIComponent(one[1]))))],
    ['POST', cancel, 'write', 'other', 100, () => cancelOrder(decodeURIComponent(cancel[1]), response)],
    ['GET', path === '/api/v1/search', 'read', 'search', 60, () => searchOrders(url.searchParams, response)],
  ].filter(row => row[1]);
  if (table.length === 0) throw new Refusal(404, 'NOT_FOUND', 'No such resource');
  const row = table.find(r => r[0] === request.method);
  if (!row) throw new Refusal(405, 'NOT_FOUND', 'Method not allowed', {}, { Allow: table.map(r => r[0]).join(', ') });
  const [, , scope, bucket, limit, run] = row;
  countRequest(bucket, limit, response);
  authenticate(request, scope);
  requireRequestId(request, false);
  await run();
}

const server = http.createServer((request, response) => {
  const chunks = [];
  request.on('data', chunk => chunks.push(chunk));
  request.on('end', () =>
    route(request, Buffer.concat(chunks), response).catch(error =>
      refuse(request, response, error instanceof Refusal ? error : new Refusal(500, 'INTERNAL_ERROR', 'Unexpected server error')),
    ),
  );
});
server.keepAliveTimeout = 60_000;
server.listen(Number(argument('--port', '0')), '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${server.address().port}`));
process.on('SIGTERM', () => process.exit(0));
