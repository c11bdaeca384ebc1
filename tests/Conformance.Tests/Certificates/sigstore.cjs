// Verifies the envelope of a certificate with sigstore's libraries, which know nothing of ours:
//   node sigstore.cjs NODE_MODULES ENVELOPE PUBLIC_KEY
const { createPublicKey } = require("node:crypto");
const { readFileSync } = require("node:fs");

const [modules, envelope, key] = process.argv.slice(2);
const load = (name) => require(require.resolve(name, { paths: [modules] }));
const { bundleFromJSON } = load("@sigstore/bundle");
const { Verifier, toSignedEntity } = load("@sigstore/verify");

const bundle = bundleFromJSON({
  mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
  verificationMaterial: { publicKey: { hint: "ours" } },
  dsseEnvelope: JSON.parse(readFileSync(envelope, "utf8")),
});
const trusted = {
  certificateAuthorities: [],
  timestampAuthorities: [],
  tlogs: [],
  ctlogs: [],
  publicKey: () => ({ publicKey: createPublicKey(readFileSync(key)), validFor: () => true }),
};
const thresholds = { ctlogThreshold: 0, tlogThreshold: 0, tsaThreshold: 0, timestampThreshold: 0 };
new Verifier(trusted, thresholds).verify(toSignedEntity(bundle));
console.log("verified");
