using System.Collections.Concurrent;
using Conformance.Consumers;
using Conformance.Consumers.Client;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>
/// Each fault of a client is caught by the obligation that it breaks, and nothing else is held against anybody. Alone:
/// pauses are measured.
/// </summary>
[NonParallelizable]
public sealed class ClientFaultTests
{
    // Clients mostly wait.
    private const int AtOnce = 20;

    private readonly ConcurrentDictionary<ClientVariant, Certification> _observed = new();

    private static ClientVariant[] Faults => ClientVariants.Faults;

    private static ClientVariant[] Liberties => ClientVariants.Liberties;

    [OneTimeSetUp]
    public async Task Observe_them_all()
    {
        await ObserveAsync(Faults.Concat(Liberties), AtOnce);
        // A machine that is busy with all of them makes pauses that a client did not make: look again, one by one.
        await ObserveAsync(Faults.Where(f => !IsNoticed(f)).Concat(Liberties.Where(IsAccused)).ToList(), 1);
    }

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
        var noticed = About(variant);

        (variant.Warns ? noticed.Warnings : noticed.Failures).Should().NotBeEmpty();
        noticed.Verdict.Should().Be(variant.Warns ? Verdict.Passed : Verdict.Failed);
    }

    [TestCaseSource(nameof(Liberties))]
    public void What_may_be_done_in_another_way_is_not_held_against_a_client(object liberty) =>
        Accused((ClientVariant)liberty).Should().BeEmpty();

    [Test]
    public void How_long_a_client_waits_is_told_and_not_held_against_it()
    {
        var impatient = Liberties.Single(l => l.Name == "gives-up-soon");

        Of(impatient)
            .Single(c => c.Case.Id == "consumer/edge_cases/slow-answers-are-awaited")
            .Observations.Should()
            .ContainSingle()
            .Which.Finding!.Actual.Should()
            .StartWith("the client gave up after 1.");
    }

    [TestCase("CLI-16")]
    [TestCase("CLI-29")]
    [TestCase("CLI-31")]
    [TestCase("CLI-32")]
    [TestCase("CLI-36")]
    public void What_a_provider_on_loopback_cannot_see_is_named_with_its_reason(string duty)
    {
        var named = Of(Liberties[0]).Single(c => c.Case.Requirement.References.Contains(duty));

        named.Verdict.Should().Be(Verdict.Skipped);
        named.Reason.Should().EndWith(": to be attested");
    }

    private Task ObserveAsync(IEnumerable<ClientVariant> variants, int atOnce) =>
        Parallel.ForEachAsync(
            variants,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce },
            async (variant, _) =>
                _observed[variant] = await ObservedOrders.ObserveAsync(variant.Name, variant.Script.Split(' '))
        );

    private bool IsNoticed(ClientVariant fault) => (fault.Warns ? About(fault).Warnings : About(fault).Failures).Any();

    private bool IsAccused(ClientVariant liberty) => Accused(liberty).Any();

    private IEnumerable<CaseResult> Accused(ClientVariant liberty) =>
        Of(liberty).Where(c => c.Verdict is Verdict.Failed or Verdict.Error);

    private CaseResult About(ClientVariant fault) => Of(fault).Single(c => c.Case.Id == $"consumer/{fault.Obligation}");

    private IEnumerable<CaseResult> Of(ClientVariant variant) => _observed[variant].Result.Cases;
}
