using System.Net;
using System.Security.Cryptography.X509Certificates;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class MutualTlsTests
{
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("conformance-mtls-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("pem")]
    [TestCase("pfx")]
    public async Task The_configured_certificate_is_presented(string format)
    {
        using var server = TestCertificates.SelfSigned("localhost", IPAddress.Loopback);
        using var client = TestCertificates.SelfSigned("client", null);
        await using var target = await StartAsync(server, client);
        await using var session = Open(target, server, client, format);

        var record = await session.ExecuteAsync(
            Contract.Case(Contract.Send("list", Contract.Get(Contract.List))),
            default
        );

        record.Obstacle.Should().BeNull();
        record.Exchanges.Single().Response!.Status.Should().Be(200);
        record.Exchanges.Single().CredentialMark.Should().MatchRegex("^[0-9a-f]{8}$");
    }

    [Test]
    public async Task Without_and_with_a_foreign_certificate_the_refusal_is_recorded_and_no_obstacle()
    {
        using var server = TestCertificates.SelfSigned("localhost", IPAddress.Loopback);
        using var client = TestCertificates.SelfSigned("client", null);
        await using var target = await StartAsync(server, client);
        await using var session = Open(target, server, client, "pem");
        var list = Contract.Get(Contract.List);

        var record = await session.ExecuteAsync(
            Contract.Case(
                Contract.Send("none", list with { Credential = new CredentialUse.Anonymous() }, 401),
                Contract.Send("foreign", list with { Credential = new CredentialUse.Literal("foreign") }, 401),
                Contract.Send("own", list, 200)
            ),
            default
        );

        record.Obstacle.Should().BeNull();
        record.Exchanges[0].Response.Should().BeNull();
        record.Exchanges[1].Response.Should().BeNull();
        record.Exchanges[2].Response!.Status.Should().Be(200);
        record.Notes.Should().ContainSingle(n => n.Contains("handshake"));
    }

    [Test]
    public async Task A_missing_variable_and_an_unreadable_file_are_named()
    {
        using var server = TestCertificates.SelfSigned("localhost", IPAddress.Loopback);
        await using var target = await StartAsync(server, server);
        var options = Contract.Options(target.Url);
        var unset = await ObstacleOf(options);
        var unreadable = await ObstacleOf(
            options with
            {
                Configuration = Contract.Client.Add("TLS_CERT", Path.Combine(folder, "none.pem")),
            }
        );

        unset!.Kind.Should().Be(ObstacleKind.NoCredential);
        unset.Reason.Should().Contain("TLS_CERT is not set");
        unreadable!.Kind.Should().Be(ObstacleKind.NoCredential);
        unreadable.Reason.Should().Contain("none.pem").And.Contain("TLS_CERT");
    }

    private static async Task<Obstacle?> ObstacleOf(ExecutionOptions options)
    {
        await using var session = TargetSession.Open(Contract.With(MutualTls), options, TimeProvider.System);
        return (
            await session.ExecuteAsync(Contract.Case(Contract.Send("list", Contract.Get(Contract.List))), default)
        ).Obstacle;
    }

    private static Authentication MutualTls { get; } =
        new()
        {
            Type = Contract.At(AuthenticationType.MutualTls),
            ClientCertificate = new("TLS_CERT", "TLS_KEY", "TLS_PASSWORD"),
            Location = SourceLocation.None,
        };

    private static Task<LoopbackServer> StartAsync(X509Certificate2 server, X509Certificate2 client) =>
        LoopbackServer.StartAsync(
            c => c.Response.WriteAsync("{}"),
            server,
            ClientCertificateMode.RequireCertificate,
            presented => presented.Thumbprint == client.Thumbprint
        );

    private TargetSession Open(LoopbackServer target, X509Certificate2 server, X509Certificate2 client, string format)
    {
        var authority = Path.Combine(folder, "authority.pem");
        File.WriteAllText(authority, server.ExportCertificatePem());
        var configuration = Contract.Client;
        if (format == "pfx")
        {
            var pfx = Path.Combine(folder, "client.pfx");
            File.WriteAllBytes(pfx, client.Export(X509ContentType.Pkcs12, "pass-word"));
            configuration = configuration.Add("TLS_CERT", pfx).Add("TLS_PASSWORD", "pass-word");
        }
        else
        {
            var (certificate, key) = (Path.Combine(folder, "client.pem"), Path.Combine(folder, "client.key"));
            File.WriteAllText(certificate, client.ExportCertificatePem());
            File.WriteAllText(key, client.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
            configuration = configuration.Add("TLS_CERT", certificate).Add("TLS_KEY", key);
        }

        return TargetSession.Open(
            Contract.With(MutualTls),
            Contract.Options(target.Url) with
            {
                Configuration = configuration,
                CertificateAuthorityFile = authority,
            },
            TimeProvider.System
        );
    }
}
