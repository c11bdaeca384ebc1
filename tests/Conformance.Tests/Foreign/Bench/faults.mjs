// Every fault: name, area, the rule it breaks, [fn(c, r): response mutator], [flags]. No fn: the fault sits in server.mjs as F('name').
// flags: b = borderline (contradicts the spec only in one reading), clock = needs the test clock, env = an environment other than sandbox
export const FAULTS = [];
const f = (area, name, rule, fn, flags = '') => { if (typeof fn === 'string') { flags = fn; fn = undefined; } FAULTS.push({ area, name, rule, fn, flags }); };
const on = (op, status, g) => (c, r) => { if (c.op === op && (status === 0 || r.status === status) && r.body) g(r.body, c, r); };
const each = (op, g) => (c, r) => { if (c.op === op && r.status === 200 && r.body?.orders) r.body.orders.forEach((o, i, a) => g(o, i, a)); };
const err = (status, g) => (c, r) => { if (r.error && (status === 0 || r.status === status)) g(r.body, c, r); };
const hdr = (when, g) => (c, r) => { if (when(c, r)) g(r.headers, c, r); };

// ---- schema of responses
let A = 'schema';
f(A, 'created-no-tracking-url', '201 lacks the required tracking_url', on('create', 201, b => delete b.tracking_url));
f(A, 'created-no-estimated-delivery', '201 lacks estimated_delivery', on('create', 201, b => delete b.estimated_delivery));
f(A, 'created-total-string', '201 total_amount is a string', on('create', 201, b => b.total_amount = String(b.total_amount)));
f(A, 'created-at-constant', '201 created_at is the time of the example', on('create', 201, b => b.created_at = '2024-01-15T10:30:00Z'));
f(A, 'created-at-without-offset', '201 created_at has no offset (not RFC 3339)', on('create', 201, b => b.created_at = b.created_at.slice(0, 19)));
f(A, 'created-at-epoch', '201 created_at is a number', on('create', 201, b => b.created_at = Date.parse(b.created_at) / 1000));
f(A, 'created-id-number', '201 order_id is a number', on('create', 201, b => b.order_id = 12345678));
f(A, 'created-currency-four', '201 currency has 4 characters', on('create', 201, b => b.currency = 'USDT'));
f(A, 'created-currency-empty', '201 currency is ""', on('create', 201, b => b.currency = ''));
f(A, 'created-delivery-date-only', '201 estimated_delivery is a date without time', on('create', 201, b => b.estimated_delivery = b.estimated_delivery.slice(0, 10)));
f(A, 'created-tracking-relative', '201 tracking_url is a relative path, not a URI', on('create', 201, b => b.tracking_url = `/orders/${b.order_id}/track`));
f(A, 'created-status-number', '201 status is a number', on('create', 201, b => b.status = 1));
f(A, 'created-negative-total', '201 total_amount below 0', on('create', 201, b => b.total_amount = -b.total_amount));
f(A, 'created-envelope', '201 body wrapped in {data: ...}', on('create', 201, (b, c, r) => r.body = { data: b }));
f(A, 'replay-no-tracking-url', 'the 200 replay lacks tracking_url', on('create', 200, b => delete b.tracking_url));
f(A, 'replay-empty-body', 'the 200 replay has no body', (c, r) => { if (c.op === 'create' && r.status === 200) { r.text = ''; } });
f(A, 'get-status-upper', 'GET order: status PENDING is not in the enum', on('get', 200, b => b.status = b.status.toUpperCase()));
f(A, 'get-no-currency', 'GET order lacks currency', on('get', 200, b => delete b.currency));
f(A, 'get-updated-at-epoch', 'GET order: optional updated_at is a number', on('get', 200, b => b.updated_at = 1700000000));
f(A, 'get-updated-at-space', 'GET order: updated_at with a blank for T and no offset', on('get', 200, b => b.updated_at = b.updated_at.replace('T', ' ').replace('Z', '')));
f(A, 'get-customer-null', 'GET order: customer_id null is no string', on('get', 200, b => b.customer_id = null));
f(A, 'get-envelope', 'GET order wrapped in {order: ...}', on('get', 200, (b, c, r) => r.body = { order: b }));
f(A, 'get-tracking-blank', 'GET order: tracking_url contains a blank', on('get', 200, b => b.tracking_url = b.tracking_url.replace('/track', '/ track')));
f(A, 'get-array', 'GET order answers an array of one', on('get', 200, (b, c, r) => r.body = [b]));
f(A, 'list-second-no-created-at', 'list: the second element lacks created_at', each('list', (o, i) => i === 1 && delete o.created_at));
f(A, 'list-last-total-string', 'list: the last element has a string total', each('list', (o, i, a) => i > 0 && i === a.length - 1 && (o.total_amount = String(o.total_amount))));
f(A, 'list-delivery-null', 'list: estimated_delivery null', each('list', o => o.estimated_delivery = null));
f(A, 'list-american-canceled', 'list: cancelled orders are shown as "canceled"', each('list', o => o.status === 'cancelled' && (o.status = 'canceled')));
f(A, 'list-key-items', 'list: array under "items" instead of "orders"', on('list', 200, (b, c, r) => r.body = { items: b.orders }));
f(A, 'list-bare-array', 'list: bare array', on('list', 200, (b, c, r) => r.body = b.orders));
f(A, 'list-object-keyed', 'list: orders is an object keyed by id', on('list', 200, b => b.orders = Object.fromEntries(b.orders.map(o => [o.order_id, o]))));
f(A, 'search-null-when-empty', 'search: orders null when nothing matches', on('search', 200, b => { if (!b.orders.length) b.orders = null; }));
f(A, 'search-missing-when-empty', 'search: {} when nothing matches', on('search', 200, b => { if (!b.orders.length) delete b.orders; }));
f(A, 'search-key-results', 'search: array under "results"', on('search', 200, (b, c, r) => r.body = { results: b.orders }));
f(A, 'search-no-total', 'search: elements lack total_amount', each('search', o => delete o.total_amount));
f(A, 'search-bad-created-at', 'search: created_at is a local format (DD.MM.YYYY)', each('search', o => o.created_at = o.created_at.slice(0, 10).split('-').reverse().join('.')));
f(A, 'search-ids-only', 'search: array of ids', on('search', 200, b => b.orders = b.orders.map(o => o.order_id)));
f(A, 'cancel-american', 'cancel answers status "canceled"', on('cancel', 200, b => b.status = 'canceled'));
f(A, 'cancel-no-total', 'cancel answer lacks total_amount', on('cancel', 200, b => delete b.total_amount));
f(A, 'cancel-message-only', 'cancel answers {"message":"cancelled"}', on('cancel', 200, (b, c, r) => r.body = { message: 'cancelled' }));
f(A, 'cancel-updated-at-bad', 'cancel: updated_at is "now"', on('cancel', 200, b => b.updated_at = 'now'));
f(A, 'get-created-at-impossible', 'GET order: created_at is the 30th of February', on('get', 200, b => b.created_at = b.created_at.replace(/-\d\d-\d\dT/, '-02-30T')));
f(A, 'total-null-without-price', '201 total_amount null when no item names a price');
f(A, 'total-in-binary', 'total_amount is summed in binary floating point (0.30000000000000004)');
f(A, 'created-duplicate-keys', '201 has the key status twice with different values', (c, r) => { if (c.op === 'create' && r.status === 201) r.text = JSON.stringify(r.body).replace('"currency"', '"status":"failed","currency"').replace('"status":"pending",', '"status":"pending",'); }, 'b');

// ---- status
A = 'status';
f(A, 'create-200', 'creation answers 200 instead of 201', (c, r) => { if (c.op === 'create' && r.status === 201) r.status = 200; });
f(A, 'create-202', 'creation answers 202', (c, r) => { if (c.op === 'create' && r.status === 201) r.status = 202; });
f(A, 'replay-201', 'replay answers 201 (on_replay.status is 200)');
f(A, 'cancel-204', 'cancel answers 204 without the order', (c, r) => { if (c.op === 'cancel' && r.status === 200) { r.status = 204; r.body = undefined; delete r.headers['Content-Type']; } });
f(A, 'cancel-202', 'cancel answers 202', (c, r) => { if (c.op === 'cancel' && r.status === 200) r.status = 202; });
f(A, 'unknown-get-400', 'GET of an unknown order answers 400');
f(A, 'unknown-get-500', 'GET of an unknown order answers 500');
f(A, 'unknown-cancel-400', 'cancelling an unknown order answers 400');
f(A, 'unknown-cancel-409', 'cancelling an unknown order answers 409');
f(A, 'unknown-get-200-empty', 'GET of an unknown order answers 200 {}', (c, r) => { if (c.op === 'get' && r.status === 404) { r.status = 200; r.body = {}; r.error = false; } });
f(A, 'long-id-500', 'ids longer than 50 characters answer 500');
f(A, 'validation-422', 'validation errors answer 422', (c, r) => { if (r.status === 400 && r.error) r.status = 422; });
f(A, 'validation-422-list', 'only list: invalid queries answer 422', (c, r) => { if (r.status === 400 && c.op === 'list') r.status = 422; });
f(A, 'validation-422-search', 'only search: invalid queries answer 422', (c, r) => { if (r.status === 400 && c.op === 'search') r.status = 422; });
f(A, 'cancel-twice-200', 'cancelling a cancelled order answers 200, not 409');
f(A, 'cancel-twice-400', 'cancelling a cancelled order answers 400');
f(A, 'cancel-twice-404', 'cancelling a cancelled order answers 404');
f(A, 'declined-400', 'declined payment answers 400');
f(A, 'no-stock-422', 'no stock answers 422');
f(A, 'inactive-404', 'inactive customer answers 404');
f(A, 'down-as-500', 'maintenance answers 500 INTERNAL_ERROR');
f(A, 'state-down-ignored', 'maintenance is ignored: 201');
f(A, 'state-fail-ignored', 'a failing order service answers 201');
f(A, 'forbidden-401', 'missing scope answers 401', (c, r) => { if (r.status === 403) { r.status = 401; r.body.error_code = 'UNAUTHORIZED'; } });
f(A, 'forbidden-404', 'missing scope answers 404', (c, r) => { if (r.status === 403) { r.status = 404; r.body.error_code = 'NOT_FOUND'; } });
f(A, 'unauthorized-403', 'missing token answers 403', (c, r) => { if (r.status === 401 && !c.headers.authorization && c.op !== 'token') { r.status = 403; r.body.error_code = 'FORBIDDEN'; } });
f(A, 'unauthorized-400', 'invalid token answers 400', (c, r) => { if (r.status === 401 && c.headers.authorization && c.op !== 'token') { r.status = 400; r.body.error_code = 'VALIDATION_ERROR'; } });
f(A, 'malformed-json-500', 'malformed JSON answers 500');
f(A, 'empty-body-500', 'an empty body answers 500');
f(A, 'null-body-500', 'a body of null answers 500', (c, r) => { if (c.op === 'create' && c.raw.toString() === 'null' && r.status === 400) { r.status = 500; r.body.error_code = 'INTERNAL_ERROR'; } });
f(A, 'search-nothing-404', 'search without results answers 404');
f(A, 'offset-beyond-404', 'offset beyond the end answers 404', 'b');
f(A, 'list-206', 'list answers 206', (c, r) => { if (c.op === 'list' && r.status === 200) r.status = 206; });
f(A, 'inflight-423', 'in-flight duplicate answers 423');
f(A, 'mismatch-422', 'same key, other payload answers 422');
f(A, 'mismatch-400', 'same key, other payload answers 400 VALIDATION_ERROR');
f(A, 'delete-works', 'undeclared DELETE on an order answers 204 and deletes');
f(A, 'put-creates', 'undeclared PUT on the collection creates an order');
f(A, 'undeclared-method-500', 'undeclared methods answer 500');
f(A, 'unknown-path-200', 'unknown paths answer 200 {}', (c, r) => { if (r.status === 404 && !c.op) { r.status = 200; r.body = {}; } });
f(A, 'long-string-500', 'a street that is too long answers 500 (database error)', (c, r) => { if (c.op === 'create' && r.status === 400 && JSON.stringify(r.body).includes('at most 100 characters')) { r.status = 500; r.body.error_code = 'INTERNAL_ERROR'; delete r.body.details; } });
f(A, 'status-599', 'malformed JSON answers the unregistered 499', (c, r) => { if (c.op === 'create' && r.status === 400 && JSON.stringify(r.body).includes('Must be JSON')) r.status = 499; });

// ---- validation
A = 'validation';
for (const [n, t] of Object.entries({
  'accepts-customer-missing': 'customer_id is not required', 'accepts-customer-number': 'customer_id may be a number', 'accepts-customer-null': 'customer_id may be null', 'accepts-customer-boolean': 'customer_id may be a boolean', 'accepts-customer-51': 'customer_id may have 51 characters', 'refuses-customer-50': 'customer_id of 50 characters is refused',
  'customer-any-characters': 'customer_id pattern unchecked', 'customer-pattern-multiline': 'customer_id pattern in multiline mode', 'refuses-underscore': 'customer_id with _ refused (resolved: - and _ belong)', 'refuses-lowercase-customer': 'lower-case customer_id refused', 'customer-unicode-digits': 'customer_id admits any Unicode letter', 'customer-trimmed': 'customer_id with blanks around accepted', 
  'accepts-items-missing': 'items not required', 'accepts-items-empty': 'items may be empty', 'accepts-items-101': '101 items accepted', 'refuses-items-100': '100 items refused', 'accepts-items-object': 'items may be an object', 'accepts-items-null': 'items may be null', 'accepts-item-null': 'an element may be null', 'accepts-item-string': 'an element may be a string',
  'second-item-unchecked': 'the second element is not validated', 'only-first-item-checked': 'only the first element is validated', 'last-item-unchecked': 'the last of several elements is not validated', 'items-after-fifty-unchecked': 'elements after the 50th are not validated',
  'accepts-product-missing': 'product_id not required', 'accepts-product-number': 'product_id may be a number', 'accepts-product-null': 'product_id may be null',
  'accepts-quantity-missing': 'quantity not required', 'accepts-quantity-null': 'quantity may be null', 'accepts-quantity-string': 'quantity "2" accepted', 'accepts-quantity-boolean': 'quantity true accepted', 'accepts-quantity-fraction': 'quantity 1.5 accepted', 'accepts-quantity-zero': 'quantity 0 accepted', 'accepts-quantity-negative': 'negative quantity accepted (0 refused)', 'accepts-quantity-1000': 'quantity 1000 accepted', 'accepts-quantity-large': 'quantity above 1000 accepted (1000 refused)', 'refuses-quantity-999': 'quantity 999 refused', 'refuses-quantity-1': 'quantity 1 refused', 'quantity-int32-wrap': 'quantity beyond 32 bits wraps and is accepted',
  'accepts-price-string': 'unit_price "29.99" accepted', 'accepts-price-null': 'unit_price null accepted', 'accepts-price-three-decimals': 'unit_price with 3 decimals accepted', 'price-check-in-binary': 'valid prices such as 19.99 refused (binary check)', 'refuses-price-one-decimal': 'unit_price 29.9 refused', 'refuses-price-integer': 'unit_price 30 refused', 'requires-unit-price': 'optional unit_price required',
  'requires-address': 'optional shipping_address required', 'accepts-address-null': 'shipping_address null accepted', 'accepts-address-string': 'shipping_address may be a string', 'address-unchecked': 'contents of shipping_address unchecked',
  'accepts-street-missing': 'street not required', 'accepts-city-missing': 'city not required', 'accepts-postal_code-missing': 'postal_code not required', 'accepts-country-missing': 'country not required', 'accepts-street-null': 'street may be null', 'accepts-city-number': 'city may be a number', 'accepts-postal_code-number': 'postal_code may be a number', 'accepts-country-null': 'country may be null',
  'accepts-street-101': 'street of 101 accepted', 'refuses-street-100': 'street of 100 refused', 'accepts-city-51': 'city of 51 accepted', 'refuses-city-50': 'city of 50 refused', 'length-in-bytes': 'lengths counted in bytes', 'length-in-utf16': 'lengths counted in UTF-16 units',
  'postal-start-open': 'postal_code pattern not anchored at the start', 'postal-end-open': 'postal_code pattern not anchored at the end', 'postal-dash-optional': 'postal_code 123456789 accepted', 'postal-zip4-refused': 'postal_code 12345-6789 refused', 'postal-unicode-digits': 'postal_code with Unicode digits accepted', 'postal-letters': 'postal_code with letters accepted', 'postal-four-digits': 'postal_code of 4 digits accepted', 'postal-six-digits': 'postal_code of 6 digits accepted', 'postal-newline': 'postal_code with newline at the end accepted', 'postal-unchecked': 'postal_code pattern unchecked',
  'country-any-two-letters': 'country ZZ accepted', 'country-lower-case': 'country us accepted', 'country-alpha-3': 'country USA accepted', 'country-only-us': 'only country US accepted', 'country-unchecked': 'country unchecked', 'country-empty': 'country "" accepted',
  'accepts-request-id-missing': 'X-Request-ID not required on create', 'accepts-request-id-any': 'X-Request-ID need not be a UUID', 'refuses-request-id-upper': 'upper-case UUID in X-Request-ID refused', 'accepts-content-type-missing': 'Content-Type not required', 'accepts-any-content-type': 'JSON sent as text/plain accepted', 
  'lenient-json': 'trailing commas in JSON accepted', 'lenient-json-truncated': 'truncated JSON repaired and accepted', 'accepts-invalid-utf8': 'invalid UTF-8 accepted', 'accepts-array-body': 'body [order] accepted',
  'accepts-limit-low': 'limit=0 accepted', 'accepts-limit-high': 'limit=101 accepted', 'accepts-limit-text': 'limit=abc accepted', 'accepts-limit-fraction': 'limit=1.5 accepted', 'accepts-limit-trailing-text': 'limit=1abc accepted', 'accepts-offset-low': 'offset=-1 accepted', 'accepts-offset-text': 'offset=abc accepted', 'refuses-limit-100': 'limit=100 refused', 'refuses-offset-0': 'offset=0 refused',
  'accepts-search-without-customer': 'search without customer_id accepted', 'accepts-search-51': 'search customer_id of 51 characters accepted',
  'accepts-key-256': 'idempotency key of 256 characters accepted', 'accepts-key-empty': 'empty idempotency key accepted', 'refuses-key-255': 'idempotency key of 255 characters refused', 'refuses-key-non-uuid': 'idempotency keys must be UUIDs (spec: 1 to 255 characters, abc123)',
  'refused-but-created': 'a refused order is stored all the same',
})) f(A, n, t);
f(A, 'accepts-customer-empty', 'customer_id "" accepted', 'b');
f(A, 'request-id-v4-only', 'only version 4 UUIDs accepted in X-Request-ID', 'b');
f(A, 'accepts-repeated-limit', 'limit=1&limit=2 accepted', 'b');

// ---- errors
A = 'errors';
f(A, 'no-request-id', 'errors lack request_id', err(0, b => delete b.request_id));
f(A, 'no-timestamp', 'errors lack timestamp', err(0, b => delete b.timestamp));
f(A, 'no-message', 'errors lack message', err(0, b => delete b.message));
f(A, 'no-code-404', 'only 404: error_code missing', err(404, b => delete b.error_code));
f(A, 'no-timestamp-401', 'only 401: timestamp missing', err(401, b => delete b.timestamp));
f(A, 'no-request-id-403', 'only 403: request_id missing', err(403, b => delete b.request_id));
f(A, 'no-request-id-429', 'only 429: request_id missing', err(429, b => delete b.request_id));
f(A, 'no-timestamp-409', 'only 409: timestamp missing', err(409, b => delete b.timestamp));
f(A, 'no-timestamp-402', 'only 402: timestamp missing', err(402, b => delete b.timestamp));
f(A, 'no-request-id-503', 'only 503: request_id missing', err(503, b => delete b.request_id));
f(A, 'no-message-500', 'only 500: message missing', err(500, b => delete b.message));
f(A, 'no-timestamp-cancel-409', 'only the conflict of cancel: timestamp missing', err(409, (b, c) => c.op === 'cancel' && delete b.timestamp));
f(A, 'no-request-id-search-400', 'only 400 of search: request_id missing', err(400, (b, c) => c.op === 'search' && delete b.request_id));
f(A, 'malformed-json-no-timestamp', 'only malformed JSON: timestamp missing');
f(A, 'code-lower-case', 'error_code in lower case (not in the catalogue)', err(0, b => b.error_code = b.error_code.toLowerCase()));
f(A, 'timestamp-epoch', 'timestamp is a number', err(0, b => b.timestamp = Date.now()));
f(A, 'timestamp-no-offset-401', 'only 401: timestamp without offset', err(401, b => b.timestamp = b.timestamp.slice(0, 19)), 'b');
f(A, 'timestamp-rfc1123', 'timestamp in HTTP date format', err(0, b => b.timestamp = new Date().toUTCString()));
f(A, 'timestamp-constant', 'timestamp is a constant of 2024', err(0, b => b.timestamp = '2024-01-15T10:30:00Z'));
f(A, 'timestamp-null', 'timestamp null', err(0, b => b.timestamp = null));
f(A, 'request-id-number', 'request_id is a number', err(0, (b, c) => b.request_id = c.total));
f(A, 'request-id-constant', 'request_id is the same in every error', err(0, b => b.request_id = '3f2b6c1e-0000-4000-8000-000000000001'));
f(A, 'request-id-empty', 'request_id is ""', err(0, b => b.request_id = ''), 'b');
f(A, 'details-object', 'details is an object', err(400, b => { if (b.details) b.details = Object.fromEntries(b.details.map(d => [d.field, d.error])); }));
f(A, 'details-strings', 'details holds strings', err(400, b => { if (b.details) b.details = b.details.map(d => d.field + ': ' + d.error); }));
f(A, 'details-string', 'details is a string', err(400, b => { if (b.details) b.details = b.details.map(d => d.field).join(); }));
f(A, 'details-other-names', 'details entries use path/reason instead of field/error', err(400, b => { if (b.details) b.details = b.details.map(d => ({ path: d.field, reason: d.error })); }));
f(A, 'details-without-field', 'details entries lack field', err(400, b => b.details?.forEach(d => delete d.field)));
f(A, 'details-wrong-field', 'details always name customer_id', err(400, b => b.details?.forEach(d => d.field = 'customer_id')));
f(A, 'details-index-one-based', 'details count elements from 1 (items[1] for the first)');
f(A, 'details-without-index', 'details name items.quantity without index');
f(A, 'details-first-only', 'details list only the first of several wrong fields', 'b');
f(A, 'details-null', 'details null', err(0, b => b.details ??= null));
f(A, 'errors-nested', 'errors wrapped in {error: {...}}', err(0, (b, c, r) => r.body = { error: b }));
f(A, 'errors-html', 'errors as text/html', err(0, (b, c, r) => { r.text = '<html><body>' + b.message + '</body></html>'; r.headers['Content-Type'] = 'text/html'; }));
f(A, 'unknown-path-html', 'unknown paths: HTML', err(404, (b, c, r) => { if (!c.op) { r.text = '<h1>Not found</h1>'; r.headers['Content-Type'] = 'text/html'; } }), 'b');
f(A, 'method-html', '405: plain text', err(405, (b, c, r) => { r.text = 'Method Not Allowed'; r.headers['Content-Type'] = 'text/plain'; }), 'b');
f(A, 'unauthorized-empty', '401 without body', err(401, (b, c, r) => { r.text = ''; delete r.headers['Content-Type']; }));
f(A, 'limit-text', '429 as plain text', err(429, (b, c, r) => { r.text = 'Too many requests'; r.headers['Content-Type'] = 'text/plain'; }));
f(A, 'not-found-empty', '404 of get without body', err(404, (b, c, r) => { if (c.op === 'get') { r.text = ''; delete r.headers['Content-Type']; } }));
f(A, 'inactive-as-validation-error', 'inactive customer coded VALIDATION_ERROR');
f(A, 'no-stock-as-conflict', 'no stock coded CONFLICT');
f(A, 'declined-code', 'declined payment coded PAYMENT_DECLINED');
f(A, 'existing-id-missing', 'DUPLICATE_ORDER lacks existing_order_id');
f(A, 'existing-id-wrong', 'existing_order_id names another order');
f(A, 'existing-id-number', 'existing_order_id is a number');
f(A, 'mismatch-conflict-code', 'same key, other payload coded CONFLICT');
f(A, 'limit-code', '429 coded TOO_MANY_REQUESTS', err(429, b => b.error_code = 'TOO_MANY_REQUESTS'));
f(A, 'stack-trace', '500 message holds a stack trace', 'b');
f(A, 'message-empty', 'message is ""', err(0, b => b.message = ''), 'b');
f(A, 'message-object', 'message is an object', err(0, b => b.message = { en: b.message }));
f(A, 'cancel-404-code', '404 of cancel coded ORDER_NOT_FOUND', err(404, (b, c) => { if (c.op === 'cancel') b.error_code = 'ORDER_NOT_FOUND'; }));
f(A, 'forbidden-code', '403 coded UNAUTHORIZED', err(403, b => b.error_code = 'UNAUTHORIZED'));
f(A, 'unauthorized-code', '401 for a bad token coded TOKEN_INVALID', err(401, b => b.error_code = 'TOKEN_INVALID'));
f(A, 'expired-code', '401 for an expired token only: coded TOKEN_EXPIRED', err(401, (b, c) => { const t = (c.headers.authorization || '').slice(7); if (c.expired?.(t)) b.error_code = 'TOKEN_EXPIRED'; }), 'clock');
f(A, 'cancel-twice-code', 'conflict of cancel coded ORDER_ALREADY_CANCELLED');
f(A, 'unavailable-code', '503 coded MAINTENANCE', err(503, b => b.error_code = 'MAINTENANCE'));
f(A, 'internal-code', '500 coded ERROR', err(500, b => b.error_code = 'ERROR'));
f(A, 'search-400-code', '400 of search coded INVALID_QUERY', err(400, (b, c) => { if (c.op === 'search') b.error_code = 'INVALID_QUERY'; }));
f(A, 'list-400-code', '400 of list coded INVALID_CUSTOMER', err(400, (b, c) => { if (c.op === 'list') b.error_code = 'INVALID_CUSTOMER'; }));
f(A, 'error-in-200', 'validation errors answer 200 with the error body', err(400, (b, c, r) => r.status = 200));

// ---- headers and transport
A = 'transport';
f(A, 'no-challenge', '401 lacks WWW-Authenticate (RFC 9110 15.5.2)', hdr((c, r) => r.status === 401 && c.op !== 'token', h => delete h['WWW-Authenticate']));
f(A, 'no-challenge-cancel', 'only cancel: 401 lacks WWW-Authenticate', hdr((c, r) => r.status === 401 && c.op === 'cancel', h => delete h['WWW-Authenticate']));
f(A, 'no-challenge-bad-token', 'only for invalid tokens: 401 lacks WWW-Authenticate', hdr((c, r) => r.status === 401 && c.op !== 'token' && c.headers.authorization, h => delete h['WWW-Authenticate']));
f(A, 'challenge-basic', '401 challenges with Basic (RFC 6750 3)', hdr((c, r) => r.status === 401 && c.op !== 'token', h => h['WWW-Authenticate'] = 'Basic realm="orders"'));
f(A, 'challenge-bare', '401 challenge has no auth-param (RFC 6750 3)', hdr((c, r) => r.status === 401 && c.op !== 'token', h => h['WWW-Authenticate'] = 'Bearer'), 'b');
f(A, 'challenge-realm-twice', 'realm twice in the challenge', hdr((c, r) => r.status === 401 && c.op !== 'token', h => h['WWW-Authenticate'] = 'Bearer realm="a", realm="b"'), 'b');
f(A, 'no-allow', '405 lacks Allow (RFC 9110 15.5.6)', hdr((c, r) => r.status === 405, h => delete h.Allow));
f(A, 'content-type-missing', '200 of get without Content-Type', hdr((c, r) => c.op === 'get' && r.status === 200, h => delete h['Content-Type']), 'b');
f(A, 'content-type-text', '201 as text/plain', hdr((c, r) => c.op === 'create' && r.status === 201, h => h['Content-Type'] = 'text/plain'));
f(A, 'content-type-html-list', 'list as text/html', hdr((c, r) => c.op === 'list' && r.status === 200, h => h['Content-Type'] = 'text/html'));
f(A, 'content-type-charset-latin1', 'JSON declared as iso-8859-1', hdr((c, r) => r.headers['Content-Type'], h => h['Content-Type'] = 'application/json; charset=iso-8859-1'), 'b');
f(A, 'no-date', 'no Date header (RFC 9110 6.6.1)', (c, r) => { r.noDate = true; });
f(A, 'date-garbage', 'Date header is ISO 8601, not IMF-fixdate', (c, r) => { r.headers.Date = new Date().toISOString(); });
f(A, 'gzip-always', 'gzip without being asked for', (c, r) => { if (c.op === 'list' && r.status === 200) r.gzip = true; }, 'b');
f(A, 'json-truncated', 'list: JSON is cut off', (c, r) => { if (c.op === 'list' && r.status === 200) r.text = JSON.stringify(r.body).slice(0, -1); });
f(A, 'json-trailing-text', 'get: text after the JSON', (c, r) => { if (c.op === 'get' && r.status === 200) r.text = JSON.stringify(r.body) + ' OK'; });
f(A, 'json-bom', 'JSON begins with a byte order mark (RFC 8259 8.1 MUST NOT)', (c, r) => { if (r.status === 200 && c.op === 'get') r.text = '\ufeff' + JSON.stringify(r.body); });
f(A, 'json-latin1', 'errors encoded as latin1', (c, r) => { if (r.error && r.body) { r.body.message = 'Ungültig'; r.raw = Buffer.from(JSON.stringify(r.body), 'latin1'); } });
f(A, 'json-single-quotes', 'cancel answers with single quotes', (c, r) => { if (c.op === 'cancel' && r.status === 200) r.text = JSON.stringify(r.body).replace(/"/g, "'"); });
f(A, 'body-cut', 'list: fewer bytes than Content-Length, connection closed', (c, r) => { if (c.op === 'list' && r.status === 200) r.cut = true; });
f(A, 'reset-on-bad-json', 'the connection is reset for malformed JSON', (c, r) => { if (c.op === 'create' && r.status === 400 && JSON.stringify(r.body).includes('Must be JSON')) r.destroy = true; });
f(A, 'every-fifth-get-reset', 'every fifth GET of an order is reset', (c, r) => { if (c.op === 'get' && c.n % 5 === 0) r.destroy = true; });
f(A, 'every-tenth-create-500', 'every tenth creation answers 500', (c, r) => { if (c.op === 'create' && r.status === 201 && c.n % 10 === 0) { r.status = 500; r.body = { error_code: 'INTERNAL_ERROR', message: 'x', request_id: 'r' + c.total, timestamp: new Date().toISOString() }; } });
f(A, 'search-redirect', 'search answers 302', (c, r) => { if (c.op === 'search' && r.status === 200) { r.status = 302; r.headers.Location = '/api/v1/orders'; } });
f(A, 'head-404', 'HEAD of an existing order answers 404', (c, r) => { if (c.op === 'get' && c.method === 'HEAD') r.status = 404; }, 'b');
f(A, 'trace-reflects', 'TRACE is answered 200 with the headers', (c, r) => { if (c.method === 'TRACE') { r.status = 200; r.headers['Content-Type'] = 'message/http'; r.text = 'TRACE / HTTP/1.1\r\nAuthorization: ' + c.headers.authorization; } }, 'b');
f(A, 'double-content-type', 'Content-Type twice', hdr((c, r) => c.op === 'get' && r.status === 200, h => h['Content-Type'] = ['application/json', 'text/html']), 'b');
f(A, 'method-override', 'X-HTTP-Method-Override turns a GET into a POST', 'b');

// ---- authentication
A = 'auth';
for (const op of ['create', 'list', 'get', 'cancel', 'search']) f(A, 'no-auth-' + op, op + ' works without a token');
for (const op of ['create', 'list', 'get', 'cancel', 'search']) f(A, 'any-token-' + op, op + ' accepts any token');
for (const op of ['create', 'list', 'get', 'cancel', 'search']) f(A, 'scope-unchecked-' + op, op + ' does not check the scope');
for (const op of ['create', 'list', 'get', 'cancel', 'search']) f(A, 'expired-accepted-' + op, op + ' accepts expired tokens', 'clock');
f(A, 'any-token', 'any token is accepted');
f(A, 'no-auth-anywhere', 'no token needed');
f(A, 'third-bad-token-let-in', 'every third invalid token is let in');
f(A, 'expired-accepted', 'expired tokens are accepted', 'clock');
f(A, 'expired-grace-10min', 'tokens live 10 minutes longer than expires_in', 'clock');
f(A, 'expired-403', 'expired token answers 403', 'clock');
f(A, 'token-dies-early', 'tokens stop after 30 s although expires_in is 3600', '');
f(A, 'new-token-revokes-old', 'a new token revokes the earlier ones before expires_in', 'b');
f(A, 'bearer-case-sensitive', 'scheme "bearer" refused (RFC 9110 11.1)');
f(A, 'any-scheme', 'scheme is not looked at (Basic <token>)');
f(A, 'scheme-optional', 'the token without a scheme is accepted');
f(A, 'basic-credentials-accepted', 'Basic client_id:client_secret accepted at the resource');
f(A, 'empty-bearer', '"Bearer" with an empty token accepted');
f(A, 'token-in-query', 'access_token in the query accepted', 'b');
f(A, 'token-prefix-compare', 'only the first 24 characters of a token are compared');
f(A, 'token-case-insensitive', 'tokens compared ignoring case');
f(A, 'token-suffix-ignored', 'text after a valid token is ignored');
f(A, 'foreign-get', "another client's order can be read (BOLA)");
f(A, 'foreign-cancel', "another client's order can be cancelled");
f(A, 'foreign-list', "list shows other clients' orders");
f(A, 'foreign-search', "search shows other clients' orders");
f(A, 'validation-before-auth', 'validation before authentication: 400 without a token', 'b');
f(A, 'forbidden-but-executes', '403 for the scope, but the order is created');
f(A, 'forbidden-but-cancels', '403 for the scope, but the order is cancelled');
f(A, 'unauthorized-leaks-order', '401 of get carries the order too', (c, r) => { if (c.op === 'get' && r.status === 401 && c.orders.has(c.id)) r.body.order = { order_id: c.id, total_amount: c.orders.get(c.id).total }; }, 'b');

// ---- token endpoint
A = 'token';
f(A, 'token-wrong-secret', 'any secret of a known client accepted');
f(A, 'token-empty-secret', 'an empty or missing secret accepted');
f(A, 'token-secret-prefix', 'a prefix of the secret accepted');
f(A, 'token-secret-case', 'secret compared ignoring case');
f(A, 'token-unknown-client', 'unknown clients accepted');
f(A, 'token-grant-missing', 'grant_type may be missing');
f(A, 'token-any-grant', 'any grant_type accepted');
f(A, 'token-unknown-scope', 'unknown scopes are granted');
f(A, 'token-scope-escalation', 'a request for read gets read write');
f(A, 'token-no-scope', 'narrower scope than default not told (scope missing from the response although declared)', on('token', 200, b => delete b.scope));
f(A, 'token-cacheable', 'token response without Cache-Control: no-store', hdr((c, r) => c.op === 'token' && r.status === 200, h => delete h['Cache-Control']));
f(A, 'token-cache-public', 'token response with Cache-Control: max-age=60', hdr((c, r) => c.op === 'token' && r.status === 200, h => h['Cache-Control'] = 'public, max-age=60'));
f(A, 'token-expires-string', 'expires_in "3600" is a string', on('token', 200, b => b.expires_in = '3600'));
f(A, 'token-expires-missing', 'expires_in missing', on('token', 200, b => delete b.expires_in));
f(A, 'token-expires-7200', 'expires_in 7200 (declared 3600)', on('token', 200, b => b.expires_in = 7200));
f(A, 'token-expires-ms', 'expires_in in milliseconds', on('token', 200, b => b.expires_in = 3600000));
f(A, 'token-expires-negative', 'expires_in -1', on('token', 200, b => b.expires_in = -1));
f(A, 'token-type-missing', 'token_type missing', on('token', 200, b => delete b.token_type));
f(A, 'token-type-mac', 'token_type "mac"', on('token', 200, b => b.token_type = 'mac'));
f(A, 'token-scope-array', 'scope is an array', on('token', 200, b => b.scope = b.scope.split(' ')));
f(A, 'token-scope-comma', 'scope separated by comma', on('token', 200, b => b.scope = b.scope.replace(' ', ',')));
f(A, 'token-201', 'token answered 201', (c, r) => { if (c.op === 'token' && r.status === 200) r.status = 201; });
f(A, 'token-text', 'token answered as text/plain', hdr((c, r) => c.op === 'token' && r.status === 200, h => h['Content-Type'] = 'text/plain'));
f(A, 'token-error-format', 'token errors use error_code instead of error', on('token', 0, (b, c, r) => { if (b.error) r.body = { error_code: b.error.toUpperCase(), message: 'x', request_id: 'r', timestamp: new Date().toISOString() }; }));
f(A, 'token-invalid-client-200', 'invalid client answered 200 {"error":...}');
f(A, 'token-invalid-client-500', 'invalid client answered 500');
f(A, 'token-invalid-client-403', 'invalid client answered 403');
f(A, 'token-invalid-client-code', 'error "bad_credentials" for an invalid client');
f(A, 'token-invalid-grant-code', 'unknown grant_type answered invalid_request', on('token', 400, b => { if (b.error === 'unsupported_grant_type') b.error = 'invalid_request'; }), 'b');
f(A, 'token-basic-no-challenge', '401 to Basic credentials without WWW-Authenticate', hdr((c, r) => c.op === 'token' && r.status === 401, h => delete h['WWW-Authenticate']), 'b');
f(A, 'token-by-get', 'GET with credentials in the query issues a token (RFC 6749 3.2)');
f(A, 'token-credentials-in-query', 'credentials in the query accepted (RFC 6749 2.3.1)');
f(A, 'token-repeated-parameter', 'repeated parameters accepted (SHOULD)', 'b');
f(A, 'token-unknown-parameter-refused', 'unknown parameters refused (RFC 6749 3.2 MUST ignore)');
f(A, 'token-error-description', 'error_description holds a quote and a newline', on('token', 0, b => { if (b.error_description) b.error_description = 'not "allowed"\n'; }));
f(A, 'token-echoes-secret', 'token response holds client_secret', on('token', 200, (b, c) => b.client_secret = new URLSearchParams(c.raw.toString()).get('client_secret')), 'b');
f(A, 'token-refresh-token', 'refresh_token for client credentials (SHOULD NOT)', on('token', 200, b => b.refresh_token = 'r'), 'b');
f(A, 'token-405-no-allow', '405 of the token endpoint without Allow', hdr((c, r) => c.op === 'token' && r.status === 405, h => delete h.Allow));

// ---- idempotency
A = 'idempotency';
for (const [n, t, g] of [
  ['key-ignored', 'the key has no effect'], ['mismatch-ignored', 'other payload: the old order is answered 200'], ['mismatch-creates', 'other payload: a second order is created'],
  ['fingerprint-customer-only', 'fingerprint covers customer_id only'], ['fingerprint-without-address', 'fingerprint leaves shipping_address out'], ['fingerprint-first-item', 'fingerprint covers the first element only'], ['fingerprint-without-quantity', 'fingerprint leaves quantity out'], ['fingerprint-without-price', 'fingerprint leaves unit_price out'], ['fingerprint-sorted-items', 'fingerprint ignores the order of elements', 'b'], ['fingerprint-length', 'fingerprint is the length of the body'],
  ['fingerprint-raw', 'fingerprint over raw bytes: other key order or blanks is a conflict (canonicalization json)'], ['fingerprint-number-text', 'fingerprint tells 2 from 2.0', 'b'],
  ['inflight-unlocked', 'simultaneous duplicates create several orders'], ['inflight-no-retry-after', 'in-flight 409 without Retry-After'], ['inflight-as-duplicate', 'in-flight 409 coded DUPLICATE_ORDER'],
  ['keys-across-clients', 'keys are shared among clients'], ['replay-original-body', 'replay answers the original body although on_replay.body is current'], ['stores-402', '402 is stored under the key'], ['stores-409', '409 INSUFFICIENT_INVENTORY is stored under the key'], ['stores-500', '500 is stored under the key'],
  ['retention-one-hour', 'keys are forgotten after one hour', 'clock'], ['retention-23-hours', 'keys are forgotten after 23 hours', 'clock'], ['retention-forever', 'keys never expire', 'clock b'],
  ['key-case-insensitive', 'keys compared ignoring case'], ['key-prefix-32', 'only 32 characters of a key count'], ['key-prefix-200', 'only 200 characters of a key count'], ['no-key-deduplicates', 'without key equal orders are merged (on_missing_key: process)'],
  ['third-replay-creates', 'the third replay creates an order'], ['second-replay-404', 'the second replay answers 404'], ['mismatch-poisons', 'after a mismatch the original request is refused too'], ['replay-409', 'every reuse of a key answers 409'], ['replay-after-cancel-409', 'replay after the order was cancelled answers 409'], ['replay-adds-shadow-order', 'each replay adds an order to the list'], ['replay-new-id', 'replay answers another order_id'], ['replay-total-zero', 'replay answers total_amount 0'], ['key-memory-20', 'a key is forgotten after 20 further orders'],
]) f(A, n, t, g);
f(A, 'stores-400', 'a 400 burns the key: the corrected request is a conflict', '');
f(A, 'stores-429', 'a 429 burns the key', (c, r) => { const k = c.headers['x-idempotency-key']; if (c.op !== 'create' || !k) return; f.burnt ??= new Set(); if (r.status === 429) f.burnt.add(k); else if (f.burnt.has(k)) { r.status = 409; r.error = true; r.body = { error_code: 'DUPLICATE_ORDER', message: 'x', existing_order_id: 'ORD-1', request_id: 'r' + c.total, timestamp: new Date().toISOString() }; } });
f(A, 'replay-without-scope', 'a replay is answered without the write scope', (c, r) => { }, 'b');
f(A, 'replay-slow-window', 'the key is honoured only for 2 seconds', '');

// ---- rate limits
A = 'limits';
const hl = (when, g) => (c, r) => { if (c.rl && when(c, r)) g(r.headers, c, r); };
const T = () => true;
for (const op of ['create', 'list', 'search', 'get', 'cancel']) f(A, 'limit-none-' + op, op + ' is not limited');
f(A, 'limit-none', 'nothing is limited');
f(A, 'search-limit-halved', 'search admits half of its limit');
f(A, 'create-limit-halved', 'create admits half of its limit');
f(A, 'search-429-early', 'search refuses at 90 % of its limit while Remaining says more', (c, r) => { if (c.op === 'search' && r.status === 200 && c.rl.remaining < c.rl.limit * 0.1) { r.status = 429; r.error = true; r.headers['Retry-After'] = String(c.rl.left); r.body = { error_code: 'RATE_LIMIT_EXCEEDED', message: 'x', retry_after: c.rl.left, request_id: 'r' + c.total, timestamp: c.iso(c.now()) }; } });
f(A, 'burst-200', '200 % admitted in one window');
f(A, 'burst-300', '300 % admitted in one window');
f(A, 'sandbox-factor-missing', 'sandbox applies the production limits (10x declared)');
f(A, 'headers-missing', 'no X-RateLimit headers at all', hl(T, h => { delete h['X-RateLimit-Limit']; delete h['X-RateLimit-Remaining']; delete h['X-RateLimit-Reset']; }));
f(A, 'headers-missing-list', 'no X-RateLimit headers on list', hl(c => c.op === 'list', h => { delete h['X-RateLimit-Limit']; delete h['X-RateLimit-Remaining']; delete h['X-RateLimit-Reset']; }));
f(A, 'headers-missing-get', 'no X-RateLimit headers on get', hl(c => c.op === 'get', h => { delete h['X-RateLimit-Limit']; delete h['X-RateLimit-Remaining']; delete h['X-RateLimit-Reset']; }));
f(A, 'headers-missing-429', 'no X-RateLimit headers on 429', hl((c, r) => r.status === 429, h => { delete h['X-RateLimit-Limit']; delete h['X-RateLimit-Remaining']; delete h['X-RateLimit-Reset']; }));
f(A, 'headers-missing-400', 'no X-RateLimit headers on 400', hl((c, r) => r.status === 400, h => { delete h['X-RateLimit-Limit']; delete h['X-RateLimit-Remaining']; delete h['X-RateLimit-Reset']; }), 'b');
f(A, 'reset-missing-429', 'no X-RateLimit-Reset on 429', hl((c, r) => r.status === 429, h => delete h['X-RateLimit-Reset']));
f(A, 'limit-header-missing-201', 'no X-RateLimit-Limit on 201', hl((c, r) => r.status === 201, h => delete h['X-RateLimit-Limit']));
f(A, 'remaining-constant', 'Remaining never falls', hl(T, (h, c) => h['X-RateLimit-Remaining'] = String(c.rl.limit - 1)));
f(A, 'remaining-negative', 'Remaining is negative on 429', hl((c, r) => r.status === 429, h => h['X-RateLimit-Remaining'] = '-1'));
f(A, 'remaining-positive-429', 'Remaining is 5 on 429', hl((c, r) => r.status === 429, h => h['X-RateLimit-Remaining'] = '5'));
f(A, 'remaining-above-limit', 'Remaining is above Limit', hl(T, (h, c) => h['X-RateLimit-Remaining'] = String(c.rl.limit + c.rl.remaining)));
f(A, 'remaining-is-used', 'Remaining counts up (requests used)', hl(T, (h, c) => h['X-RateLimit-Remaining'] = String(c.rl.limit - c.rl.remaining)));
f(A, 'remaining-by-two', 'Remaining falls by two for each request', hl(T, (h, c) => h['X-RateLimit-Remaining'] = String(Math.max(0, c.rl.limit - 2 * (c.rl.limit - c.rl.remaining)))));
f(A, 'remaining-text', 'Remaining is "many"', hl(T, h => h['X-RateLimit-Remaining'] = 'many'));
f(A, 'reset-relative', 'Reset is relative seconds', hl(T, (h, c) => h['X-RateLimit-Reset'] = String(c.rl.left)));
f(A, 'reset-milliseconds', 'Reset is in milliseconds', hl(T, h => h['X-RateLimit-Reset'] += '000'));
f(A, 'reset-date', 'Reset is an HTTP date', hl(T, (h, c) => h['X-RateLimit-Reset'] = new Date(c.rl.reset * 1000).toUTCString()));
f(A, 'reset-past', 'Reset is an hour ago', hl(T, (h, c) => h['X-RateLimit-Reset'] = String(c.rl.reset - 3600)));
f(A, 'reset-far', 'Reset is an hour ahead (window is a minute)', hl(T, (h, c) => h['X-RateLimit-Reset'] = String(c.rl.reset + 3600)));
f(A, 'reset-sliding', 'Reset moves with every request (fixed window)', hl(T, (h, c) => h['X-RateLimit-Reset'] = String(Math.ceil(c.now() / 1000) + 60)), 'b');
f(A, 'reset-fraction', 'Reset has decimals', hl(T, h => h['X-RateLimit-Reset'] += '.5'));
f(A, 'limit-header-wrong', 'Limit header of search names 100 x factor', hl(c => c.op === 'search', (h, c) => h['X-RateLimit-Limit'] = String(Math.round(c.rl.limit / 0.6))));
f(A, 'limit-header-list-wrong', 'Limit header of list names the limit of create', hl(c => c.op === 'list', (h, c) => h['X-RateLimit-Limit'] = String(c.rl.limit / 3)));
f(A, 'limit-header-policy', 'Limit header is "100;w=60"', hl(T, h => h['X-RateLimit-Limit'] += ';w=60'));
f(A, 'limit-header-twice', 'Limit header is sent twice', hl(T, h => h['X-RateLimit-Limit'] = [h['X-RateLimit-Limit'], h['X-RateLimit-Limit']]));
f(A, 'retry-after-missing', '429 without Retry-After', hdr((c, r) => r.status === 429, h => delete h['Retry-After']));
f(A, 'retry-after-unit', 'Retry-After "60s"', hdr((c, r) => r.status === 429, h => h['Retry-After'] += 's'));
f(A, 'retry-after-zero', 'Retry-After 0 while the window lasts', hdr((c, r) => r.status === 429, (h, c, r) => { h['Retry-After'] = '0'; r.body.retry_after = 0; }));
f(A, 'retry-after-short', 'Retry-After 1 while the window lasts longer', hdr((c, r) => r.status === 429, (h, c, r) => { h['Retry-After'] = '1'; r.body.retry_after = 1; }));
f(A, 'retry-after-ms', 'Retry-After in milliseconds', hdr((c, r) => r.status === 429, h => h['Retry-After'] += '000'));
f(A, 'retry-after-unix', 'Retry-After is a Unix time', hdr((c, r) => r.status === 429, (h, c) => h['Retry-After'] = String(c.rl.reset)));
f(A, 'body-retry-after-missing', '429 body lacks retry_after', err(429, b => delete b.retry_after));
f(A, 'body-retry-after-differs', '429 body retry_after differs from the header', err(429, b => b.retry_after += 30));
f(A, 'body-retry-after-string', '429 body retry_after is a string', err(429, b => b.retry_after = String(b.retry_after)));
f(A, 'limit-as-503', 'limit exceeded answers 503', err(429, (b, c, r) => r.status = 503));
f(A, 'limit-as-403', 'limit exceeded answers 403', err(429, (b, c, r) => { r.status = 403; }));
f(A, 'bucket-shared', 'all operations share one bucket');
f(A, 'partition-token', 'a new token gets a new bucket');
f(A, 'partition-none', 'clients share one bucket');
f(A, 'window-two-minutes', 'the window lasts two minutes');
f(A, 'limited-but-executes', '429, but the order is created');

// ---- state
A = 'state';
for (const [n, t, g] of [
  ['cancel-not-stored', 'cancel answers cancelled, but reading shows pending'], ['cancel-answers-pending', 'cancel answers the order before the change'], ['cancel-cancels-previous', 'cancel also cancels the order before'], ['cancel-removes', 'a cancelled order can no longer be read'], ['cancel-changes-total', 'cancel sets total_amount to 0', 'b'], ['cancel-stores-shipped', 'cancel answers cancelled, but stores shipped'], ['cancel-resets-created', 'cancel changes created_at'],
  ['list-oldest-first', 'list is oldest first'], ['list-by-id', 'list is sorted by id'], ['list-without-cancelled', 'list omits cancelled orders', 'b'], ['list-misses-newest', 'list omits the newest order'], ['list-cached', 'list is cached for 30 s'], ['list-duplicates', 'list shows the newest order twice'], ['offset-ignored', 'offset has no effect'], ['offset-off-by-one', 'offset skips one too many'], ['offset-in-pages', 'offset counts pages'], ['limit-ignored', 'limit has no effect'], ['limit-off-by-one', 'limit+1 orders are listed'], ['limit-first-only', 'no more than 5 orders are listed'], ['default-limit-10', 'default page has 10 orders (20 declared)'], ['default-limit-100', 'default page has 100 orders (20 declared)'],
  ['get-other-order', 'get answers the newest order, whatever the id'], ['get-confirms', 'reading an order confirms it (GET is safe)', 'b'], ['third-read-404', 'the third read answers 404'], ['id-case-insensitive', 'order ids are matched ignoring case', 'b'],
  ['search-prefix', 'search matches prefixes'], ['search-case-insensitive', 'search ignores case'], ['search-ignores-customer', 'search answers all orders'], ['search-misses-newest', 'search omits the newest match'], ['search-without-cancelled', 'search omits cancelled orders', 'b'], ['search-first-only', 'search answers one match only'], ['search-duplicates', 'search answers every match twice'], ['search-stale-status', 'search shows cancelled orders as pending'],
  ['total-first-item', 'total_amount covers the first element only'], ['total-without-last-item', 'total_amount leaves the last element out'], ['total-ignores-quantity', 'total_amount ignores quantity'], ['total-whole-units', 'total_amount rounded to whole units'], ['total-truncated-to-dimes', 'total_amount cut to one decimal'], ['total-capped', 'total_amount capped at 99999.99'], ['total-quantity-capped-100', 'total_amount counts at most 100 pieces of an element'], ['total-in-cents', 'total_amount in cents'], ['total-with-tax', 'total_amount includes 8 % tax'],
  ['failure-leaves-order', 'after a 500 the order exists', 'b'], ['no-stock-leaves-order', 'after INSUFFICIENT_INVENTORY the order exists'], ['declined-leaves-order', 'after PAYMENT_FAILED the order exists'],
  ['mass-order-id', 'order_id of the request is taken over (mass assignment)', 'b'], ['mass-status', 'status of the request is taken over'], ['mass-total', 'total_amount of the request is taken over'], ['starts-confirmed', 'a new order is confirmed at once (probe: pending)'], ['customer-lower-cased', 'customer_id is stored in lower case'], ['customer-truncated', 'customer_id is stored with 40 characters'],
]) f(A, n, t, g);
f(A, 'get-total-differs', 'get shows another total_amount than creation', on('get', 200, b => b.total_amount = Math.round(b.total_amount)));
f(A, 'get-created-at-now', 'get shows created_at = now', on('get', 200, (b, c) => b.created_at = c.iso(c.now() + 3000)));
f(A, 'get-currency-differs', 'get shows another currency', on('get', 200, b => b.currency = 'EUR'));
f(A, 'get-tracking-differs', 'get shows another tracking_url', on('get', 200, b => b.tracking_url += '?v=2'));
f(A, 'get-customer-differs', 'get shows another customer_id', on('get', 200, b => b.customer_id = 'CUST-1'));
f(A, 'get-id-differs', 'get shows another order_id', on('get', 200, b => b.order_id = 'ORD-00000000'));
f(A, 'list-total-differs', 'list shows total_amount 0', each('list', o => o.total_amount = 0));
f(A, 'list-status-stale', 'list shows cancelled orders as pending', each('list', o => { if (o.status === 'cancelled') o.status = 'pending'; }));
f(A, 'list-customer-differs', 'list shows customer_id of the first order for all', each('list', (o, i, a) => o.customer_id = a[0].customer_id));
f(A, 'search-created-at-differs', 'search shows created_at a day earlier', each('search', o => o.created_at = o.created_at.replace(/^\d{4}/, y => y - 1)));
f(A, 'search-currency-differs', 'search shows EUR', each('search', o => o.currency = 'EUR'));
f(A, 'cancel-total-differs', 'cancel answers a total_amount of 0', on('cancel', 200, b => b.total_amount = 0));
f(A, 'cancel-id-differs', 'cancel answers another order_id', on('cancel', 200, b => b.order_id = 'ORD-00000001'));
f(A, 'cancel-created-differs', 'cancel answers created_at = updated_at', on('cancel', 200, b => b.created_at = '2020-01-01T00:00:00Z'));
f(A, 'created-at-old', '201 created_at is a constant of 2024', on('create', 201, b => b.created_at = '2024-01-15T10:30:00Z'));
f(A, 'delivery-get-differs', 'get shows another estimated_delivery', on('get', 200, (b, c) => b.estimated_delivery = c.iso(c.now() + 9e8)), 'b');
f(A, 'tracking-wrong-order', 'tracking_url names another order', on('create', 201, b => b.tracking_url = b.tracking_url.replace(b.order_id, 'ORD-00000000')), 'b');
f(A, 'ids-reused', 'two orders get the same id now and then (every 7th repeats)', '');
export const VARIANTS = `base extra-fields uuid-ids numeric-ids odd-ids inflight-wait malformed-before-auth limit-before-scope scope-before-limit burst-120 burst-150 window-first-request retry-after-date lowercase-headers scope-reordered jwt same-token method-404 method-405-validation charset charset-quoted pretty-json chunked connection-close slow clock-ahead clock-behind fractional-seconds microseconds offset-zero offset-other total-trailing-zero total-exponent escaped-json extra-headers more-details no-details russian-messages unknown-properties-400 duplicate-keys-400 bom-accepted headers-on-401 count-401 request-id-same request-id-ulid request-id-echo foreign-403 optional-absent head-405 options-405 content-type-415 trailing-slash-ok gzip-if-asked empty-search-200 shared-default-bucket state-affects-all mismatch-before-validation replayed-header location no-basic token-415 no-pragma bearer-lowercase invalid-client-400 scope-narrowed retry-after-on-503 repeated-parameter-first search-capped`.split(/\s+/);
