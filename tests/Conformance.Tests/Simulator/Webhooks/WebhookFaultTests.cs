using Conformance.Simulator.Faults;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator.Webhooks;

public sealed class WebhookFaultTests
{
    private static readonly Lazy<Task<IReadOnlyList<string>>>[] Conforming =
    [
        .. Variants.Select(v => new Lazy<Task<IReadOnlyList<string>>>(() => DeliveryTranscript.OfAsync(v))),
    ];

    public static IEnumerable<string> Names =>
        FaultCatalog.All.Where(f => f.Area is FaultArea.Webhooks).Select(f => f.Name);

    // The body is signed; time and body are; Standard Webhooks.
    private static IntegrationSpecification[] Variants =>
        [
            DeliveryTranscript.Load(),
            DeliveryTranscript.Load(y =>
                y.Replace("signed_content: \"{body}\"", "signed_content: \"{timestamp}.{body}\"")
            ),
            DeliveryTranscript.Load(y =>
                y.Replace("signature_header: \"Desk-Signature\"", "scheme: standard-webhooks")
            ),
        ];

    [Test]
    public async Task A_conforming_server_delivers_the_same_every_time()
    {
        for (var variant = 0; variant < Conforming.Length; variant++)
        {
            var once = await Conforming[variant].Value;

            (await DeliveryTranscript.OfAsync(Variants[variant])).Should().Equal(once);
            once.Should().HaveCountGreaterThan(30).And.NotContain(l => l.Contains("unknown signature"));
        }
    }

    [TestCaseSource(nameof(Names))]
    public async Task Every_fault_can_be_told_from_conforming_behaviour(string name)
    {
        var fault = FaultCatalog.Find(name)!;
        var shown = Array.FindIndex(Variants, v => fault.LacksIn(v) is null);
        shown.Should().BeGreaterThanOrEqualTo(0, "one of the variants has what it lies about");

        var faulty = await DeliveryTranscript.OfAsync(Variants[shown], name);

        faulty.Should().NotEqual(await Conforming[shown].Value);
    }

    [Test]
    public void Faults_of_webhooks_need_events() =>
        FaultCatalog
            .All.Where(f =>
                f.Area is FaultArea.Webhooks && f.LacksIn(Served.Load("orders.yaml") with { Webhooks = null }) is null
            )
            .Should()
            .BeEmpty();
}
