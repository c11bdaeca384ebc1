using Conformance.Tests.Specification;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Scenarios;

[TestFixture]
internal sealed class ApprovedCasesTests
{
    [TestCase("orders")]
    [TestCase("parcels")]
    public void The_cases_of_a_specification_are_the_approved_ones(string name)
    {
        var actual = string.Concat(Compiled.Cases(name).Select(c => $"{c.Id} | {c.Title}\n"));
        var approved = ApprovedFile($"{name}.cases.txt");
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllText(approved, actual);
        }

        File.ReadAllText(approved)
            .Should()
            .Be(actual, "the diff of {0} is the review; run once with APPROVE=1 to accept it", approved);
    }

    // Not by the compiler's caller path: a deterministic build does not know where its sources lie.
    private static string ApprovedFile(string name) =>
        Path.Combine(RepositoryFiles.Root, "tests", "Conformance.Tests", "Scenarios", "Approved", name);
}
