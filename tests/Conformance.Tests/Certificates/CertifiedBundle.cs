using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Certificates;
using Conformance.Certificates.Bundles;
using Conformance.Certificates.Signing;
using Conformance.Certificates.Verifying;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Tests.Reports;
using Conformance.Tests.Run;

namespace Conformance.Tests.Certificates;

/// <summary>A certificate of a simulator that runs as a server of its own, its keys, and what can be done to it.</summary>
internal sealed class CertifiedBundle : IDisposable
{
    public const string Nonce = "occasion-1";
    private readonly TemporaryFolder folder = new();

    public string Folder => folder.File("bundle");

    public string PrivateKey => folder.File("key.pem");

    public string PublicKey => folder.File("key.pub.pem");

    public Uri Target { get; private set; } = null!;

    public IssuedCertificate Issued { get; private set; } = null!;

    public DateTimeOffset IssuedAt { get; private set; }

    public static async Task<CertifiedBundle> MakeAsync(
        bool lies = false,
        string? nonce = null,
        Action<string>? writeKeys = null,
        Func<CertifyOptions, CertifyOptions>? change = null
    )
    {
        var bundle = new CertifiedBundle();
        (writeKeys ?? WriteEcdsa)(bundle.folder.Path);
        var specification = lies ? Notes.Lying : SpecificationLoader.Load(Notes.Path).Specification!;
        await using var server = await SimulatorServer.StartAsync(
            specification,
            new SimulatorOptions(),
            CancellationToken.None
        );
        bundle.Target = server.BaseUrl;
        var options = new CertifyOptions { Folder = bundle.Folder };
        options = change?.Invoke(options) ?? options;
        CertificateIssue.Prepare(bundle.Folder);
        var run = await ConformanceRun.RunAsync(
            options.Fix(Notes.Options with { BaseUrl = server.BaseUrl, Nonce = nonce }),
            new SequentialRunner(),
            new RunContext(),
            CancellationToken.None
        );
        using var key = SigningKey.Read(bundle.PrivateKey, null).Value!;
        bundle.IssuedAt = TimeProvider.System.GetUtcNow();
        var issued = await CertificateIssue.IssueAsync(
            options,
            run.Value!,
            key,
            bundle.IssuedAt,
            CancellationToken.None
        );
        bundle.Issued = issued.Value ?? throw new InvalidOperationException(issued.Refusal!.Message);
        return bundle;
    }

    public static void WriteEcdsa(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.Combine(folder, "key.pub.pem"), key.ExportSubjectPublicKeyInfoPem());
    }

    public CertificateFindings Verify(Func<VerifyOptions, VerifyOptions>? change = null, string? path = null)
    {
        var options = new VerifyOptions { At = IssuedAt + TimeSpan.FromHours(1) };
        return CertificateVerification
            .Verify(
                path ?? Folder,
                VerifyingKey.Read(PublicKey).Value!,
                change?.Invoke(options) ?? options,
                CancellationToken.None
            )
            .Value!;
    }

    /// <summary>Copies the bundle and its keys, so that one run serves many attempts.</summary>
    public CertifiedBundle Copy()
    {
        var copy = new CertifiedBundle
        {
            Target = Target,
            Issued = Issued,
            IssuedAt = IssuedAt,
        };
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories))
        {
            var target = copy.folder.File(Path.GetRelativePath(folder.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public void Edit(string name, Func<string, string> edit) =>
        File.WriteAllText(PathOf(name), edit(File.ReadAllText(PathOf(name))));

    public void EditEnvelope(Action<JsonObject> edit) =>
        Edit(
            BundleFiles.Envelope,
            text =>
            {
                var envelope = JsonNode.Parse(text)!.AsObject();
                edit(envelope);
                return envelope.ToJsonString();
            }
        );

    public JsonObject Statement() =>
        JsonNode
            .Parse(
                Convert.FromBase64String(
                    (string)JsonNode.Parse(File.ReadAllText(PathOf(BundleFiles.Envelope)))!["payload"]!
                )
            )!
            .AsObject();

    /// <summary>What a signer does who lies: changes the statement, brings the digests up to date, and signs anew.</summary>
    public void SignAnew(Action<JsonObject> edit, string? keyFile = null)
    {
        var statement = Statement();
        edit(statement);
        foreach (var file in statement["predicate"]!["configuration"]!.AsArray())
        {
            var path = PathOf((string)file!["name"]!);
            file["digest"]!["sha256"] = BundleFiles.DigestOf(File.ReadAllBytes(path));
        }

        using var key = SigningKey.Read(keyFile ?? PrivateKey, null).Value!;
        var payload = Encoding.UTF8.GetBytes(statement.ToJsonString());
        File.WriteAllBytes(
            PathOf(BundleFiles.Envelope),
            JsonSerializer.SerializeToUtf8Bytes(DsseEnvelope.Sign(payload, key), CertificateJson.Default.DsseEnvelope)
        );
    }

    public void Dispose() => folder.Dispose();
}
