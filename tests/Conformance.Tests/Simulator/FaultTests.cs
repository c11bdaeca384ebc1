using System.Text.RegularExpressions;
using Conformance.Simulator.Faults;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Simulator;

[Parallelizable(ParallelScope.All)]
public sealed class FaultTests
{
    private static readonly Lazy<Task<IReadOnlyList<string>>> Conforming = new(() => Transcript.OfAsync());

    // Those of webhooks have a transcript of their own.
    public static IEnumerable<string> Names =>
        FaultCatalog.All.Where(f => f.Area is not FaultArea.Webhooks).Select(f => f.Name);

    [Test]
    public async Task A_conforming_server_answers_the_same_every_time()
    {
        var again = await Transcript.OfAsync();

        again.Should().Equal(await Conforming.Value);
        again.Should().OnlyContain(l => !l.Contains("no answer") && !l.Contains("X-Simulator-Defect"));
    }

    [TestCaseSource(nameof(Names))]
    public async Task Every_fault_can_be_told_from_conforming_behaviour(string name)
    {
        var faulty = await Transcript.OfAsync([name], await Conforming.Value);

        faulty.Should().NotEqual(await Conforming.Value);
        faulty
            .Should()
            .NotContain(l => l.Contains("X-Simulator-Defect"), "a fault lies, it does not break the simulator");
    }

    [Test]
    public void Faults_have_names_and_descriptions_of_their_own()
    {
        FaultCatalog.All.Should().HaveCountGreaterThanOrEqualTo(100);
        FaultCatalog.All.Select(f => f.Name).Should().OnlyHaveUniqueItems();
        FaultCatalog.All.Select(f => f.Description).Should().OnlyHaveUniqueItems();
        FaultCatalog.All.Should().OnlyContain(f => Regex.IsMatch(f.Name, "^[a-z0-9]+(-[a-z0-9]+)+$"));
        FaultCatalog.All.Should().OnlyContain(f => f.Description.EndsWith('.') && f.Description.Length < 120);
        FaultCatalog.All.Select(f => f.Area).Distinct().Should().BeEquivalentTo(Enum.GetValues<FaultArea>());
    }
}
