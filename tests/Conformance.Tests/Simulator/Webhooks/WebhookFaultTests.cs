using System.Collections.Concurrent;
using Conformance.Simulator.Faults;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator.Webhooks;

[Parallelizable(ParallelScope.Self)]
public sealed class WebhookFaultTests
{
    // A clock that stands still does not show what waits; that one has a test of its own, in SequenceRunTests.
    public static IEnumerable<string> Names =>
        FaultCatalog
            .All.Where(f => f.Area is FaultArea.Webhooks && f is not TellsEventsBeforeAnswering)
            .Select(f => f.Name);

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
        for (var variant = 0; variant < Variants.Length; variant++)
        {
            var once = await ConformingAsync(variant);

            (await DeliveryTranscript.OfAsync(Variants[variant])).Should().Equal(once);
            once.Should().HaveCountGreaterThan(20).And.NotContain(l => l.Contains("unknown signature"));
        }

        (await DeliveryTranscript.OfAsync(Variants[0], isPatient: true)).Should().Equal(await Patient.Value);
    }

    [TestCaseSource(nameof(Names))]
    public async Task Every_fault_can_be_told_from_conforming_behaviour(string name)
    {
        var fault = FaultCatalog.Find(name)!;
        var shown = Array.FindIndex(Variants, v => fault.LacksIn(v) is null);
        shown.Should().BeGreaterThanOrEqualTo(0, "one of the variants has what it lies about");

        var faulty = await DeliveryTranscript.OfAsync(Variants[shown], false, name);

        if (faulty.SequenceEqual(await ConformingAsync(shown)))
        {
            var patient = await DeliveryTranscript.OfAsync(Variants[0], true, name);
            patient.Should().NotEqual(await Patient.Value);
        }
    }

    [Test]
    public void Faults_of_webhooks_need_events() =>
        FaultCatalog
            .All.Where(f =>
                f.Area is FaultArea.Webhooks && f.LacksIn(Served.Load("orders.yaml") with { Webhooks = null }) is null
            )
            .Should()
            .BeEmpty();

    private static readonly ConcurrentDictionary<int, Lazy<Task<IReadOnlyList<string>>>> Known = new();

    private static readonly Lazy<Task<IReadOnlyList<string>>> Patient = new(() =>
        DeliveryTranscript.OfAsync(Variants[0], isPatient: true)
    );

    private static Task<IReadOnlyList<string>> ConformingAsync(int variant) =>
        Known.GetOrAdd(variant, v => new(() => DeliveryTranscript.OfAsync(Variants[v]))).Value;
}
