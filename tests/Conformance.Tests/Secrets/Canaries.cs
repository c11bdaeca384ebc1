using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Conformance.Tests.Secrets;

/// <summary>A recognisable secret for every place that takes one, and the search for them that knows nothing of the tool's.</summary>
internal sealed class Canaries
{
    public const string IssuedAccess = "cnry-access-c05a6e~+/x.1";
    public const string IssuedRefresh = "cnry-refresh-48be15~+/x.2";
    public const string InUrl = "cnry-url-5d20af";
    public const string InPath = "cnry-query-77ab31";

    private readonly ImmutableArray<(string Name, string Form, byte[] Bytes)> sought;

    private Canaries(string folder)
    {
        SigningKey = Path.Combine(folder, "signer.p12");
        File.WriteAllBytes(SigningKey, SignerFile);
        BarePem = Path.Combine(folder, "signer.pem");
        File.WriteAllText(BarePem, Signer.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Path.ChangeExtension(BarePem, ".pub"), Signer.ExportSubjectPublicKeyInfoPem());
        var certificate = Path.Combine(folder, "client.p12");
        File.WriteAllBytes(certificate, ClientFile);
        Variables = Values
            .Add("CLIENT_ID", "client-1")
            .Add("CLIENT_ID_2", "client-2")
            .Add("USER_NAME", "user-1")
            .Add("TEST_ISSUER_KEY", Issuer.ExportPkcs8PrivateKeyPem())
            .Add("CLIENT_CERTIFICATE", certificate)
            .Add("BROKEN_PEM", Client.ExportPkcs8PrivateKeyPem().Replace("MIG", "M%G", StringComparison.Ordinal))
            .Add("HTTP_PROXY", $"http://proxy:{InUrl}@127.0.0.1:9")
            .Add("HTTPS_PROXY", $"http://proxy:{InUrl}@127.0.0.1:9");
        sought =
        [
            .. Texts.SelectMany(t => Spellings.Of(t.Value).Select(s => (t.Key, s.Name, s.Bytes))),
            // Half of one is a secret too: what an excerpt cut off.
            .. Texts.Select(t => (t.Key, "beginning", Encoding.UTF8.GetBytes(t.Value[..10]))),
            .. new[] { ("TEST_ISSUER_KEY", Issuer), ("signer.pem", Signer), ("CLIENT_KEY", Client) }.SelectMany(k =>
                Pieces(k.Item1, k.Item2)
            ),
        ];
    }

    /// <summary>Every text that must not come out, by name.</summary>
    public static ImmutableDictionary<string, string> Texts =>
        Values.AddRange(
            new Dictionary<string, string>
            {
                ["access token"] = IssuedAccess,
                ["refresh token"] = IssuedRefresh,
                ["URL"] = InUrl,
                ["query"] = InPath,
            }
        );

    public static ImmutableDictionary<string, string> Values { get; } =
        new[]
        {
            "CLIENT_SECRET",
            "CLIENT_SECRET_2",
            "USER_PASSWORD",
            "API_KEY",
            "ACCESS_TOKEN",
            "WEBHOOK_SECRET",
            "CLIENT_CERT_WORD",
            "SIGNER_WORD",
        }.ToImmutableDictionary(name => name, name => $"cnry-{name.ToLowerInvariant()}-7f3b+/&<9c>\"q'");

    // Made once: they are secrets, not state.
    private static readonly ECDsa Issuer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa Signer = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa Client = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly byte[] SignerFile = Protected(Signer, "SIGNER_WORD");
    private static readonly byte[] ClientFile = Protected(Client, "CLIENT_CERT_WORD");

    public ImmutableDictionary<string, string> Variables { get; }

    public string SigningKey { get; }

    public string BarePem { get; }

    /// <summary>How many spellings are sought.</summary>
    public int Forms => sought.Length;

    public long BytesSearched { get; private set; }

    public int FilesSearched { get; private set; }

    public static Canaries In(string folder) => new(folder);

    /// <summary>What is found in some bytes: which secret, and how it is spelled.</summary>
    public IEnumerable<string> FoundIn(byte[] bytes)
    {
        BytesSearched += bytes.Length;
        FilesSearched++;
        return sought
            .Select(s => (s.Name, s.Form, At: bytes.AsSpan().IndexOf(s.Bytes)))
            .Where(s => s.At >= 0)
            .Select(s => $"{s.Name} ({s.Form}) at {s.At}: {Around(bytes, s.At)}");
    }

    private static string Around(byte[] bytes, int at) =>
        Encoding.Latin1.GetString(bytes[Math.Max(0, at - 80)..Math.Min(bytes.Length, at + 60)]);

    /// <summary>What is found in the files of a folder.</summary>
    public IEnumerable<string> FoundBelow(string folder) =>
        Directory.Exists(folder)
            ? Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .SelectMany(f => FoundIn(File.ReadAllBytes(f)).Select(s => $"{Path.GetFileName(f)}: {s}"))
            : [];

    // The number of a key in pieces that no line of PEM divides, at every place base64 may begin.
    private static IEnumerable<(string, string, byte[])> Pieces(string name, ECDsa key)
    {
        var number = key.ExportParameters(includePrivateParameters: true).D!;
        foreach (var piece in (byte[][])[number[..16], number[16..]])
        {
            yield return (name, "bytes", piece);
            yield return (name, "hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(piece)));
            for (var before = 0; before < 3; before++)
            {
                var text = Convert.ToBase64String([.. new byte[before], .. piece]);
                yield return (name, "base64", Encoding.ASCII.GetBytes(text[(before == 0 ? 0 : before + 1)..^4]));
            }
        }
    }

    private static byte[] Protected(ECDsa key, string password)
    {
        var request = new CertificateRequest("CN=canary", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UnixEpoch.AddYears(50),
            DateTimeOffset.UnixEpoch.AddYears(90)
        );
        return certificate.Export(X509ContentType.Pkcs12, Values[password]);
    }
}
