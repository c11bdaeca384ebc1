using System.Net;
using Conformance.NUnit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using NUnit.Framework;

namespace Conformance.SampleProvider.Tests;

/// <summary>All that the team of a provider writes to have its service held to its contract.</summary>
[TestFixture]
public sealed class Contract : ContractFixture
{
    private const string Key = "a-key-for-tests";

    private readonly WebApplicationFactory<Program> library = new WebApplicationFactory<Program>().WithWebHostBuilder(
        host => host.UseSetting("Library:ApiKey", Key)
    );

    protected override RunOptions Options => new() { Specification = "loans.yaml", Environment = "test" };

    protected override IReadOnlyDictionary<string, string> Variables =>
        new Dictionary<string, string> { ["API_KEY"] = Key };

    protected override Uri StartProvider()
    {
        library.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        library.StartServer();
        return library.ClientOptions.BaseAddress;
    }
}
