using System.Globalization;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Compiling;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Conformance.NUnit;

/// <summary>Makes NUnit test cases of contract cases: id as argument, kind as category, the rest as properties.</summary>
internal static class CaseTests
{
    private static readonly NUnitTestCaseBuilder Builder = new();

    /// <summary>The cases as tests of a method that takes a case id, in their order.</summary>
    public static IEnumerable<TestMethod> Of(IMethodInfo method, Test? suite, IEnumerable<ContractCase> cases) =>
        Of(method, suite, cases, DataOf);

    private static IEnumerable<TestMethod> Of(
        IMethodInfo method,
        Test? suite,
        IEnumerable<ContractCase> cases,
        Func<ContractCase, TestCaseData> data
    )
    {
        foreach (var contractCase in cases)
        {
            var test = Builder.BuildTestMethod(method, suite, data(contractCase));
            SetScope(test, contractCase.Isolation is CaseIsolation.Parallel ? ParallelScope.Self : ParallelScope.None);
            yield return test;
        }
    }

    /// <summary>The same for a run whose tests no adapter shows: without what only an adapter reads.</summary>
    public static IEnumerable<TestMethod> Bare(IMethodInfo method, Test? suite, IEnumerable<ContractCase> cases) =>
        Of(method, suite, cases, c => new TestCaseData(c.Id).SetArgDisplayNames(c.Id));

    /// <summary>A test of the same method that runs after all others, alone.</summary>
    public static TestMethod Last(IMethodInfo method, Test? suite, string name)
    {
        var test = Builder.BuildTestMethod(method, suite, new TestCaseData(name).SetName(name));
        SetScope(test, ParallelScope.None);
        return test;
    }

    /// <summary>Lets the children of a suite run beside each other; those that must not say so themselves, and run afterwards.</summary>
    public static void RunChildrenInParallel(Test? suite) => SetScope(suite, ParallelScope.All);

    private static void SetScope(Test? test, ParallelScope scope) =>
        test?.Properties.Set(PropertyNames.ParallelScope, scope);

    // SetName would read the braces of a path as a template; display names of arguments are taken as they are. The
    // argument is the id alone: adapters print arguments, and nothing secret may be reachable from one.
    private static TestCaseData DataOf(ContractCase contractCase) =>
        new TestCaseData(contractCase.Id)
            .SetArgDisplayNames(contractCase.Id)
            .SetDescription(contractCase.Title)
            .SetCategory(KindNames.Of(contractCase.Kind))
            .SetProperty("CaseId", contractCase.Id)
            .SetProperty("Requirement", contractCase.Requirement.Id)
            .SetProperty("Level", contractCase.Requirement.Level.ToString().ToUpper(CultureInfo.InvariantCulture))
            .SetProperty("Basis", contractCase.Requirement.Basis.ToString())
            .SetProperty(
                "Spec",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{contractCase.Requirement.Location.File}:{contractCase.Requirement.Location.Line}"
                )
            );
}
