using System.Collections.Concurrent;
using Conformance.Consumers;
using Conformance.Consumers.Client;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>Each fault of a client is caught by the obligation that it breaks, and nothing else is held against anybody.</summary>
[NonParallelizable]
public sealed class ClientFaultTests
{
    // Clients mostly wait.
    private const int AtOnce = 12;

    private readonly ConcurrentDictionary<ClientVariant, Certification> _observed = new();

    private static ClientVariant[] Faults => ClientVariants.Faults;

    private static ClientVariant[] Liberties => ClientVariants.Liberties;

    [OneTimeSetUp]
    public Task Observe_them_all() =>
        Parallel.ForEachAsync(
            Faults.Concat(Liberties),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (variant, _) =>
                _observed[variant] = await ObservedOrders.ObserveAsync(variant.Name, variant.Script.Split(' '))
        );

    [OneTimeTearDown]
    public void Show_the_table()
    {
        TestContext.Out.WriteLine("fault                               script                     noticed by");
        foreach (var fault in Faults)
        {
            var noticed = Of(fault).Where(c => c.Failures.Concat(c.Warnings).Any());
            var words = noticed.Select(c => c.Verdict is Verdict.Failed ? c.Case.Id[9..] : $"({c.Case.Id[9..]})");
            TestContext.Out.WriteLine($"{fault.Name, -34}  {fault.Script, -25}  {string.Join(", ", words)}");
        }
    }

    [TestCaseSource(nameof(Faults))]
    public void A_fault_is_caught_by_the_obligation_it_breaks(object fault)
    {
        var variant = (ClientVariant)fault;
        var noticed = Of(variant).Single(c => c.Case.Id == $"consumer/{variant.Obligation}");

        (variant.Warns ? noticed.Warnings : noticed.Failures).Should().NotBeEmpty();
        noticed.Verdict.Should().Be(variant.Warns ? Verdict.Passed : Verdict.Failed);
    }

    [TestCaseSource(nameof(Liberties))]
    public void What_may_be_done_in_another_way_is_not_held_against_a_client(object liberty) =>
        Of((ClientVariant)liberty).Where(c => c.Verdict is Verdict.Failed or Verdict.Error).Should().BeEmpty();

    private IEnumerable<CaseResult> Of(ClientVariant variant) => _observed[variant].Result.Cases;
}
