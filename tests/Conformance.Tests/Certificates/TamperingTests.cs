using System.Text.Json.Nodes;
using Conformance.Certificates.Bundles;
using Conformance.Certificates.Verifying;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Certificates;

/// <summary>Whatever is done to a bundle is found, and named; also when the signer himself does it and signs anew.</summary>
public sealed class TamperingTests
{
    private CertifiedBundle original = null!;
    private CertifiedBundle failing = null!;

    [OneTimeSetUp]
    public async Task Certify()
    {
        original = await CertifiedBundle.MakeAsync(nonce: CertifiedBundle.Nonce);
        failing = await CertifiedBundle.MakeAsync(lies: true);
    }

    [OneTimeTearDown]
    public void Delete()
    {
        original.Dispose();
        failing.Dispose();
    }

    [Test]
    public void Nothing_is_found_where_nothing_was_done()
    {
        var findings = original.Verify(o => o with { Target = original.Target, Nonce = CertifiedBundle.Nonce });

        findings.Aspects.SelectMany(a => a.Problems).Should().BeEmpty();
        findings.IsValid.Should().BeTrue();
        findings.Aspects.Should().HaveCountGreaterThan(9);
        findings.Certificate!.Result.Should().Be("PASSED");
    }

    [Test]
    public void A_run_that_failed_is_certified_as_that()
    {
        var findings = failing.Verify();

        findings.Aspects.SelectMany(a => a.Problems).Should().BeEmpty();
        findings.Certificate!.Result.Should().Be("FAILED");
    }

    [TestCaseSource(nameof(ByOthers))]
    public void What_others_do_is_found(object attempt) => IsFound(original, (Attempt)attempt);

    [TestCaseSource(nameof(BySigner))]
    public void What_the_signer_does_is_found_though_he_signs_anew(object attempt) =>
        IsFound(original, (Attempt)attempt);

    [TestCaseSource(nameof(ByFailingSigner))]
    public void A_failure_cannot_be_signed_away(object attempt) => IsFound(failing, (Attempt)attempt);

    [TestCaseSource(nameof(Replays))]
    public void A_certificate_of_something_else_is_found(object attempt) => IsFound(original, (Attempt)attempt);

    private static void IsFound(CertifiedBundle of, Attempt attempt)
    {
        using var bundle = of.Copy();
        attempt.Do(bundle);

        var findings = bundle.Verify(attempt.Expecting);

        findings.IsValid.Should().BeFalse();
        findings
            .Aspects.Should()
            .Contain(
                a => a.Name == attempt.Aspect && a.Problems.Any(p => p.Contains(attempt.Message)),
                "found was {0}",
                string.Join(" | ", findings.Aspects.SelectMany(a => a.Problems.Select(p => $"{a.Name}: {p}")))
            );
    }

    private static IEnumerable<Attempt> ByOthers() =>
        [
            new(
                "a verdict in the statement",
                "signature",
                "or the statement was changed after it was signed",
                b =>
                    b.EditEnvelope(e =>
                        e["payload"] = Base64(Changed(b.Statement(), s => s["predicate"]!["result"] = "WARNED"))
                    )
            ),
            new(
                "the signature is taken away",
                "signature",
                "The statement is not signed.",
                b => b.EditEnvelope(e => e["signatures"] = new JsonArray())
            ),
            new(
                "the signature of another statement",
                "signature",
                "The signature is not by this key",
                b => b.EditEnvelope(e => e["signatures"]![0]!["sig"] = Convert.ToBase64String(new byte[64]))
            ),
            new(
                "another key",
                "signature",
                "The signature is not by this key",
                b =>
                {
                    var other = Directory.CreateTempSubdirectory("conformance-").FullName;
                    CertifiedBundle.WriteEcdsa(other);
                    b.SignAnew(_ => { }, Path.Combine(other, "key.pem"));
                    Directory.Delete(other, recursive: true);
                }
            ),
            new(
                "another type of payload",
                "signature",
                "or the statement was changed",
                b => b.EditEnvelope(e => e["payloadType"] = "application/json")
            ),
            new("no envelope at all", "signature", "is no DSSE envelope", b => b.Edit(BundleFiles.Envelope, _ => "{}")),
            new(
                "a verdict in the record",
                "files of the bundle",
                "record/cases.ndjson was changed",
                b =>
                    b.Edit(
                        BundleFiles.Lines,
                        t => t.Replace("\"verdict\":\"Passed\"", "\"verdict\":\"Skipped\"", StringComparison.Ordinal)
                    )
            ),
            new(
                "a case is dropped",
                "files of the bundle",
                "record/cases.ndjson was changed",
                b => b.Edit(BundleFiles.Lines, t => t[(t.IndexOf('\n', StringComparison.Ordinal) + 1)..])
            ),
            new(
                "evidence is swapped",
                "files of the bundle",
                "record/cases.ndjson was changed",
                b =>
                    b.Edit(
                        BundleFiles.Lines,
                        t => t.Replace("\"status\":400", "\"status\":404", StringComparison.Ordinal)
                    )
            ),
            new(
                "the specification",
                "files of the bundle",
                "specification/notes.yaml was changed",
                b =>
                    b.Edit(
                        "specification/notes.yaml",
                        t => t.Replace("maxLength: 200", "maxLength: 100", StringComparison.Ordinal)
                    )
            ),
            new(
                "the manifest",
                "files of the bundle",
                "record/run.json was changed",
                b => b.Edit(BundleFiles.Manifest, t => t.Replace("127.0.0.1", "127.0.0.2", StringComparison.Ordinal))
            ),
            new(
                "the page",
                "files of the bundle",
                "certificate.html was changed",
                b => b.Edit(BundleFiles.Page, t => t.Replace("seed 1", "seed 2", StringComparison.Ordinal))
            ),
            new(
                "a file is taken away",
                "files of the bundle",
                "badge.svg is missing.",
                b => File.Delete(b.PathOf(BundleFiles.Badge))
            ),
            new(
                "a file is added",
                "files of the bundle",
                "evidence.txt is no part of the certificate",
                b => File.WriteAllText(b.PathOf("evidence.txt"), "trust me")
            ),
        ];

    private static IEnumerable<Attempt> BySigner() =>
        [
            new(
                "a case is left out everywhere",
                "completeness",
                "is missing: it is a case of the specification",
                b =>
                {
                    b.Edit(BundleFiles.Lines, t => t[(t.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
                    b.SignAnew(s => s["predicate"]!["passedTests"]!.AsArray().RemoveAt(0));
                }
            ),
            new(
                "a filter",
                "conditions",
                "A filter chose the cases: 'kind=happy_path'.",
                b =>
                {
                    b.Edit(
                        BundleFiles.Manifest,
                        t =>
                            t.Replace(
                                "\"seed\": 1,",
                                "\"seed\": 1, \"filter\": \"kind=happy_path\",",
                                StringComparison.Ordinal
                            )
                    );
                    b.SignAnew(_ => { });
                }
            ),
            new(
                "a profile that the statement does not name",
                "conditions",
                "The run has the profile 'core', the statement says ''.",
                b =>
                {
                    b.Edit(
                        BundleFiles.Manifest,
                        t => t.Replace("\"seed\": 1,", "\"seed\": 1, \"profile\": \"core\",", StringComparison.Ordinal)
                    );
                    b.SignAnew(_ => { });
                }
            ),
            new(
                "repeated until it passed",
                "conditions",
                "Failed cases were repeated.",
                b =>
                {
                    const string Attempt = "{\"number\":1,\"setting\":\"InOrder\",\"verdict\":\"Failed\"}";
                    b.Edit(
                        BundleFiles.Lines,
                        t => t.Replace("\"attempts\":[]", $"\"attempts\":[{Attempt}]", StringComparison.Ordinal)
                    );
                    b.SignAnew(_ => { });
                }
            ),
            new(
                "the evidence of an older run",
                "times",
                "is of another time",
                b =>
                {
                    b.Edit(
                        BundleFiles.Lines,
                        t =>
                            System.Text.RegularExpressions.Regex.Replace(
                                t,
                                "\"sentAt\":\"20\\d\\d",
                                "\"sentAt\":\"2020"
                            )
                    );
                    b.SignAnew(_ => { });
                }
            ),
            new(
                "a longer life before its time",
                "times",
                "which is still to come",
                b =>
                    b.SignAnew(s =>
                    {
                        s["predicate"]!["conformance"]!["issuedAt"] = "2099-01-01T00:00:00+00:00";
                        s["predicate"]!["conformance"]!["expiresAt"] = "2100-01-01T00:00:00+00:00";
                    })
            ),
            new(
                "another target",
                "target",
                "was not carried out at http://certified.example",
                b =>
                {
                    var (old, other) = (b.Target.GetLeftPart(UriPartial.Authority), "http://certified.example");
                    b.Edit(BundleFiles.Manifest, t => t.Replace(old, other, StringComparison.Ordinal));
                    b.SignAnew(s => s["predicate"]!["conformance"]!["target"] = other + "/");
                }
            ),
            new(
                "another target in the statement alone",
                "target",
                "The record is of http://127.0.0.1",
                b => b.SignAnew(s => s["predicate"]!["conformance"]!["target"] = "http://certified.example/")
            ),
            new(
                "another nonce everywhere",
                "nonce",
                "does not carry the nonce",
                b =>
                {
                    b.Edit(
                        BundleFiles.Manifest,
                        t => t.Replace(CertifiedBundle.Nonce, "occasion-2", StringComparison.Ordinal)
                    );
                    b.SignAnew(s => s["predicate"]!["conformance"]!["nonce"] = "occasion-2");
                }
            ),
            new(
                "another specification",
                "specification",
                "is not the one that was run",
                b =>
                {
                    b.Edit(
                        "specification/notes.yaml",
                        t => t.Replace("maxLength: 200", "maxLength: 100", StringComparison.Ordinal)
                    );
                    b.SignAnew(_ => { });
                }
            ),
            new(
                "another case list",
                "specification",
                "The cases are not those of the specification",
                b => b.SignAnew(s => s["predicate"]!["conformance"]!["caseListSha256"] = new string('0', 64))
            ),
            new(
                "another version of the tool",
                "specification",
                "The record was made by version",
                b => b.SignAnew(s => s["predicate"]!["conformance"]!["toolVersion"] = "9.9.9")
            ),
            new(
                "a declaration that counts as passed",
                "declarations",
                "what is declared is never passed",
                b =>
                    b.SignAnew(s =>
                        s["predicate"]!["conformance"]!["attested"] = new JsonArray(
                            Declared((string)s["predicate"]!["passedTests"]![0]!, "A. Person")
                        )
                    )
            ),
            new(
                "a declaration by nobody",
                "declarations",
                "nobody stands for 'vault-storage'",
                b =>
                    b.SignAnew(s =>
                        s["predicate"]!["conformance"]!["attested"] = new JsonArray(Declared("vault-storage", ""))
                    )
            ),
            new(
                "a better subject",
                "target",
                "The subject of the statement is not what it is about",
                b => b.SignAnew(s => s["subject"]![1]!["digest"]!["sha256"] = new string('1', 64))
            ),
        ];

    private static IEnumerable<Attempt> ByFailingSigner() =>
        [
            new(
                "the verdict of every case",
                "verdicts, judged again by the evidence",
                "its evidence shows Failed",
                b =>
                {
                    b.Edit(
                        BundleFiles.Lines,
                        t => t.Replace("\"verdict\":\"Failed\"", "\"verdict\":\"Passed\"", StringComparison.Ordinal)
                    );
                    b.SignAnew(Whitewash);
                }
            ),
            new(
                "the result alone",
                "completeness",
                "The statement says PASSED; the record comes to FAILED.",
                b => b.SignAnew(s => s["predicate"]!["result"] = "PASSED")
            ),
            new(
                "the lists alone",
                "completeness",
                "is passed, says the statement; the record says something else",
                b => b.SignAnew(Whitewash)
            ),
            new(
                "failed cases without evidence",
                "verdicts, judged again by the evidence",
                "its evidence shows Inconclusive",
                b =>
                {
                    b.Edit(BundleFiles.Lines, WithoutEvidenceOfFailures);
                    b.SignAnew(Whitewash);
                }
            ),
        ];

    private static IEnumerable<Attempt> Replays() =>
        [
            new("of another target", "target", "not about https://other.example/", _ => { })
            {
                Expecting = o => o with { Target = new Uri("https://other.example/") },
            },
            new(
                "of another occasion",
                "nonce",
                "expected 'occasion-2': this is the certificate of another occasion",
                _ => { }
            )
            {
                Expecting = o => o with { Nonce = "occasion-2" },
            },
            new("of another specification", "specification", "The certificate is about another specification", _ => { })
            {
                Expecting = o => o with { SpecificationSha256 = new string('a', 64) },
            },
        ];

    private static void Whitewash(JsonObject statement)
    {
        var predicate = statement["predicate"]!;
        var all = predicate["passedTests"]!
            .AsArray()
            .Concat(predicate["failedTests"]!.AsArray())
            .Select(t => (string)t!);
        predicate["passedTests"] = new JsonArray([
            .. all.Order(StringComparer.Ordinal).Select(t => JsonValue.Create(t)),
        ]);
        predicate["failedTests"] = new JsonArray();
        predicate["result"] = "PASSED";
    }

    private static string WithoutEvidenceOfFailures(string lines) =>
        string.Concat(
            lines
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line =>
                {
                    var node = JsonNode.Parse(line)!.AsObject();
                    if (node["case"] is JsonObject form && (string?)form["verdict"] == "Failed")
                    {
                        form["verdict"] = "Passed";
                        form.Remove("carriedOut");
                        form["checks"] = new JsonArray();
                    }

                    return node.ToJsonString() + "\n";
                })
        );

    private static JsonObject Declared(string about, string by) =>
        new()
        {
            ["requirement"] = about,
            ["statement"] = "Secrets are kept in a vault.",
            ["declaredBy"] = by,
            ["date"] = "2026-01-01",
        };

    private static JsonObject Changed(JsonObject node, Action<JsonObject> change)
    {
        change(node);
        return node;
    }

    private static string Base64(JsonObject node) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(node.ToJsonString()));

    /// <summary>One thing that is done to a bundle, where it is found, and what is said.</summary>
    internal sealed record Attempt(string What, string Aspect, string Message, Action<CertifiedBundle> Do)
    {
        public Func<VerifyOptions, VerifyOptions>? Expecting { get; init; }

        public override string ToString() => What;
    }
}
