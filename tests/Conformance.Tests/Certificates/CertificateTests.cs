using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.Certificates;
using Conformance.Certificates.Bundles;
using Conformance.Certificates.Signing;
using Conformance.Tests.Cli;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;
using Conformance.Tests.Specification;
using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Certificates;

/// <summary>What a certificate is, and that others can read it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class CertificateTests
{
    private CertifiedBundle usual = null!;

    [OneTimeSetUp]
    public async Task Certify() => usual = await CertifiedBundle.MakeAsync();

    [OneTimeTearDown]
    public void Delete() => usual.Dispose();

    [Test]
    public void The_statement_is_an_in_toto_test_result_about_contract_and_target()
    {
        var statement = usual.Statement();

        ((string)statement["_type"]!).Should().Be("https://in-toto.io/Statement/v1");
        ((string)statement["predicateType"]!).Should().Be("https://in-toto.io/attestation/test-result/v0.1");
        statement["subject"]!.AsArray().Should().HaveCount(2);
        ((string)statement["predicate"]!["result"]!).Should().Be("PASSED");
        statement["predicate"]!["passedTests"]!.AsArray().Should().HaveCount(Notes.Plan().Cases.Length);
        statement["predicate"]!["configuration"]!
            .AsArray()
            .Select(f => (string)f!["name"]!)
            .Should()
            .BeEquivalentTo(
                "badge.svg",
                "certificate.html",
                "record/cases.ndjson",
                "record/run.json",
                "specification/notes.yaml"
            );
    }

    [TestCase("ecdsa")]
    [TestCase("ed25519")]
    public async Task OpenSSL_verifies_the_signature(string algorithm)
    {
        if (!IsInstalled("openssl"))
        {
            Assert.Ignore("openssl is not installed.");
        }

        using var bundle = await SignedByAsync(algorithm);
        var envelope = JsonNode.Parse(await File.ReadAllTextAsync(bundle.PathOf(BundleFiles.Envelope)))!;
        var payload = Convert.FromBase64String((string)envelope["payload"]!);
        // The encoding is written here once more, from the protocol.
        byte[] signed =
        [
            .. Encoding.ASCII.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "),
            .. payload,
        ];
        await File.WriteAllBytesAsync(bundle.PathOf("../signed"), signed);
        await File.WriteAllBytesAsync(
            bundle.PathOf("../signature"),
            Convert.FromBase64String((string)envelope["signatures"]![0]!["sig"]!)
        );
        string[] arguments =
            algorithm == "ecdsa"
                ?
                [
                    "dgst",
                    "-sha256",
                    "-verify",
                    bundle.PublicKey,
                    "-signature",
                    bundle.PathOf("../signature"),
                    bundle.PathOf("../signed"),
                ]
                :
                [
                    "pkeyutl",
                    "-verify",
                    "-pubin",
                    "-inkey",
                    bundle.PublicKey,
                    "-rawin",
                    "-in",
                    bundle.PathOf("../signed"),
                    "-sigfile",
                    bundle.PathOf("../signature"),
                ];

        Run("openssl", arguments).Should().Be(0);
        bundle.Verify().IsValid.Should().BeTrue();

        signed[^1] ^= 1;
        await File.WriteAllBytesAsync(bundle.PathOf("../signed"), signed);
        Run("openssl", arguments).Should().NotBe(0, "another statement has another signature");
    }

    [TestCase("ecdsa")]
    [TestCase("ed25519")]
    public async Task The_libraries_of_sigstore_verify_the_envelope(string algorithm)
    {
        if (algorithm == "ed25519" && !IsInstalled("openssl"))
        {
            Assert.Ignore("openssl is not installed.");
        }

        NodePackages.File("@sigstore/verify/package.json");
        var modules = Path.Combine(NodePackages.Folder, "node_modules");
        using var bundle = await SignedByAsync(algorithm);
        string[] arguments =
        [
            Path.Combine(RepositoryFiles.Root, "tests/Conformance.Tests/Certificates/sigstore.cjs"),
            modules,
            bundle.PathOf(BundleFiles.Envelope),
            bundle.PublicKey,
        ];

        var genuine = await NodePackages.RunAsync(bundle.Folder, "node", arguments);
        genuine.Should().Be((0, "verified\n"));

        bundle.EditEnvelope(e =>
        {
            var payload = Convert.FromBase64String((string)e["payload"]!);
            payload[^1] = (byte)' ';
            e["payload"] = Convert.ToBase64String(payload);
        });
        var altered = await NodePackages.RunAsync(bundle.Folder, "node", arguments);
        altered.ExitCode.Should().NotBe(0);
        altered.Output.Should().Contain("signature verification failed");
    }

    [Test]
    public async Task A_certificate_of_a_profile_says_so_and_is_complete_with_its_cases()
    {
        using var bundle = await CertifiedBundle.MakeAsync(change: o => o with { Profile = "core" });

        var findings = bundle.Verify();

        findings.IsValid.Should().BeTrue();
        ((string?)bundle.Statement()["predicate"]!["conformance"]!["profile"]).Should().Be("core");
        ((int)bundle.Statement()["predicate"]!["conformance"]!["cases"]!)
            .Should()
            .BeLessThan(Notes.Plan().Cases.Length);
        (await File.ReadAllTextAsync(bundle.PathOf(BundleFiles.Page))).Should().Contain("all of the profile");
        (await File.ReadAllTextAsync(bundle.PathOf(BundleFiles.Badge)))
            .Should()
            .Contain("conforming, profile core until");
    }

    // The vector of the protocol's own document: https://github.com/secure-systems-lab/dsse/blob/master/protocol.md
    [Test]
    public void The_published_example_of_the_encoding_comes_out() =>
        Encoding
            .UTF8.GetString(
                DsseEnvelope.PreAuthenticationEncoding("http://example.com/HelloWorld", "hello world"u8.ToArray())
            )
            .Should()
            .Be("DSSEv1 29 http://example.com/HelloWorld 11 hello world");

    [Test]
    public void A_key_in_PKCS12_signs_with_its_password()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=signer", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.UnixEpoch.AddYears(90)
        );
        File.WriteAllBytes(folder.File("key.p12"), certificate.Export(X509ContentType.Pkcs12, "geheim"));
        File.WriteAllText(folder.File("cert.pem"), certificate.ExportCertificatePem());

        using var signing = SigningKey.Read(folder.File("key.p12"), "geheim").Value!;
        var envelope = DsseEnvelope.Sign("{}"u8.ToArray(), signing);

        envelope.IsSignedBy(VerifyingKey.Read(folder.File("cert.pem")).Value!).Should().BeTrue();
        SigningKey.Read(folder.File("key.p12"), "falsch").Refusal!.Fix.Should().Be("See that the password is right.");
    }

    [TestCase("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")]
    [TestCase("nothing of the kind")]
    public void What_is_no_key_is_told(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("key"), content);

        SigningKey.Read(folder.File("key"), null).Refusal!.Message.Should().Contain("holds no key that can be used");
    }

    [Test]
    public void A_key_of_another_curve_is_told()
    {
        using var folder = new TemporaryFolder();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(folder.File("key"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(folder.File("pub"), key.ExportSubjectPublicKeyInfoPem());

        SigningKey.Read(folder.File("key"), null).Refusal!.Message.Should().Contain("ECDSA key over P-256");
        VerifyingKey.Read(folder.File("pub")).Refusal!.Message.Should().Contain("ECDSA key over P-256");
        VerifyingKey.Read(folder.File("key")).Refusal!.Message.Should().Contain("holds a private key");
    }

    [Test]
    public async Task Declarations_are_listed_and_never_passed()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(
            folder.File("attest.json"),
            """[{"requirement": "vault-storage", "statement": "Secrets are kept in a vault.", "declaredBy": "Ada <b>Lovelace</b>", "role": "CTO", "date": "2026-01-01"}]"""
        );

        using var bundle = await CertifiedBundle.MakeAsync(change: o =>
            o with
            {
                DeclarationsFile = folder.File("attest.json"),
                Packs = true,
            }
        );

        var findings = bundle.Verify(path: bundle.Issued.Path);
        bundle.Issued.Path.Should().EndWith(".zip");
        findings.IsValid.Should().BeTrue("the archive is the bundle");
        findings.Certificate!.Attested.Should().ContainSingle().Which.Should().StartWith("vault-storage: Secrets");
        findings.Certificate.Passed.Should().NotContain("vault-storage");
        var page = await File.ReadAllTextAsync(bundle.PathOf(BundleFiles.Page));
        page.Should().Contain("Ada &lt;b&gt;Lovelace").And.NotContain("<b>").And.NotContain("<script");
    }

    [TestCase(
        """[{"requirement": "x", "statement": "y", "declaredBy": " ", "date": "2026-01-01"}]""",
        "nobody stands for 'x'"
    )]
    [TestCase("""[{"requirement": "x", "statement": "y", "declaredBy": "z", "date": "2999-01-01"}]""", "still to come")]
    [TestCase("""{"requirement": "x"}""", "cannot be read")]
    public void A_declaration_that_nobody_makes_is_refused(string content, string message)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("attest.json"), content);

        var refusal = CertificateIssue.Check(
            new CertifyOptions { Folder = folder.Path, DeclarationsFile = folder.File("attest.json") },
            TimeProvider.System.GetUtcNow()
        );

        refusal!.Message.Should().Contain(message);
    }

    [Test]
    public async Task The_command_line_certifies_verifies_and_carries_a_sample_out_again()
    {
        using var folder = new TemporaryFolder();
        CertifiedBundle.WriteEcdsa(folder.Path);
        await using var server = await SimulatedServer.StartAsync();
        string[] target = ["--base-url", server.Url];
        string[] key = ["--key", folder.File("key.pub.pem")];

        var certified = await CliRunner.RunAsync([
            "certify",
            Notes.Path,
            "--key",
            folder.File("key.pem"),
            "--out",
            folder.File("b"),
            "--nonce",
            "n1",
            .. target,
        ]);
        var verified = await CliRunner.RunAsync([
            "verify-certificate",
            folder.File("b"),
            .. key,
            "--nonce",
            "n1",
            "--spec",
            Notes.Path,
            "--sample",
            "3",
            .. target,
        ]);
        var replayed = await CliRunner.RunAsync(["verify-certificate", folder.File("b"), .. key, "--nonce", "n2"]);

        certified.ExitCode.Should().Be(ExitCodes.Conforming, certified.Out + certified.Error);
        certified.Out.Should().Contain("Signed: PASSED");
        verified.ExitCode.Should().Be(ExitCodes.Conforming, verified.Out + verified.Error);
        verified.Out.Should().Contain("Valid: PASSED.").And.MatchRegex("Carried out again: [1-3] cases");
        replayed.ExitCode.Should().Be(ExitCodes.RequirementFailed);
        replayed.Out.Should().Contain("WRONG   nonce").And.Contain("NOT valid");
    }

    [Test]
    public async Task An_expired_certificate_is_genuine_and_holds_no_more()
    {
        using var bundle = usual.Copy();

        var findings = bundle.Verify(o => o with { At = bundle.IssuedAt + TimeSpan.FromDays(91) });

        findings.IsValid.Should().BeTrue();
        findings.Certificate!.HasExpired.Should().BeTrue();
        var answer = await CliRunner.RunAsync(
            ["verify-certificate", bundle.Folder, "--key", bundle.PublicKey],
            console => console with { Time = new Later() }
        );
        answer.ExitCode.Should().Be(ExitCodes.GateNotMet);
        answer.Out.Should().Contain("Genuine, but expired on");
    }

    private sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromDays(91);
    }

    private async Task<CertifiedBundle> SignedByAsync(string algorithm) =>
        algorithm == "ecdsa"
            ? usual.Copy()
            : await CertifiedBundle.MakeAsync(writeKeys: folder => MakeKeys(folder, ["-algorithm", "ED25519"]));

    private static void MakeKeys(string folder, string[] kind)
    {
        Run("openssl", ["genpkey", .. kind, "-out", Path.Combine(folder, "key.pem")]).Should().Be(0);
        Run(
                "openssl",
                ["pkey", "-in", Path.Combine(folder, "key.pem"), "-pubout", "-out", Path.Combine(folder, "key.pub.pem")]
            )
            .Should()
            .Be(0);
    }

    private static bool IsInstalled(string program)
    {
        try
        {
            return Run(program, ["version"]) == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static int Run(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        process.StandardOutput.ReadToEnd();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
