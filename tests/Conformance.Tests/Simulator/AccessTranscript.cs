using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Conformance.Simulator;
using Conformance.Specification;
using Conformance.Specification.Model;
using Conformance.Tests.Execution;
using Conformance.Tests.Specification;

namespace Conformance.Tests.Simulator;

/// <summary>Asks simulators that know their callers by JWT or certificate everything, and writes down the statuses.</summary>
internal static class AccessTranscript
{
    public static async Task<IReadOnlyList<string>> OfAsync(params string[] faults) =>
        [.. await OfJwtsAsync(faults), .. await OfCertificatesAsync(faults)];

    private static async Task<IEnumerable<string>> OfJwtsAsync(string[] faults)
    {
        var specification = Load("jwt.yaml");
        var options = new SimulatorOptions { Faults = [.. faults] };
        await using var server = await SimulatorServer.StartAsync(specification, options);
        using var http = new HttpClient { BaseAddress = server.BaseUrl };
        using var key = ECDsa.Create();
        var configuration = SimulatorCredentials.Default.ConfigurationFor(specification);
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(configuration["TEST_ISSUER_KEY"]), out _);

        const string Header = """{"alg":"ES256"}""";
        const string Whole =
            """ "sub":"c","aud":"https://doors.example","iss":"https://issuer.example","exp":9999999999 """;
        (string Name, string Token)[] tokens =
        [
            ("valid", Signed(key, Header, Whole)),
            ("unsigned", $"{Encode("""{"alg":"none"}""")}.{Encode($"{{{Whole}}}")}."),
            ("of another key", $"{Signed(key, Header, Whole)[..^4]}AAAA"),
            ("expired", Signed(key, Header, Whole.Replace("9999999999", "1"))),
            ("not yet valid", Signed(key, Header, $"{Whole},\"nbf\":9999999999")),
            ("for another", Signed(key, Header, Whole.Replace("doors", "windows"))),
            ("of another", Signed(key, Header, Whole.Replace("issuer.", "other."))),
            ("extended", Signed(key, """{"alg":"ES256","crit":["x"]}""", Whole)),
        ];
        var lines = new List<string>();
        foreach (var (name, token) in tokens)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/doors");
            request.Headers.Authorization = new("Bearer", token);
            using var response = await http.SendAsync(request);
            lines.Add($"JWT {name}: {(int)response.StatusCode}");
        }

        return lines;
    }

    private static async Task<IEnumerable<string>> OfCertificatesAsync(string[] faults)
    {
        using var certificates = SimulatorCertificates.Create(TimeProvider.System.GetUtcNow());
        var options = new SimulatorOptions { Faults = [.. faults], Certificates = certificates };
        await using var server = await SimulatorServer.StartAsync(Load("mtls.yaml"), options);
        using var foreign = TestCertificates.SelfSigned("client", null);
        using var imitation = TestCertificates.SelfSigned("Conformance simulator authority", null);
        return
        [
            $"no certificate: {await AskAsync(server.BaseUrl, certificates.Authority, null)}",
            $"foreign certificate: {await AskAsync(server.BaseUrl, certificates.Authority, foreign)}",
            $"certificate of the same name: {await AskAsync(server.BaseUrl, certificates.Authority, imitation)}",
        ];
    }

    private static async Task<int> AskAsync(Uri baseUrl, string authority, X509Certificate2? certificate)
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
            CustomTrustStore = { X509Certificate2.CreateFromPem(authority) },
        };
        handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => certificate!;
        using var http = new HttpClient(handler) { BaseAddress = baseUrl };
        using var response = await http.GetAsync(new Uri("/doors", UriKind.Relative));
        return (int)response.StatusCode;
    }

    private static string Signed(ECDsa key, string header, string claims)
    {
        var text = $"{Encode(header)}.{Encode($"{{{claims}}}")}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256);
        return $"{text}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    private static IntegrationSpecification Load(string name) =>
        SpecificationLoader
            .Load(Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Run", "Access", name))
            .Specification!;
}
