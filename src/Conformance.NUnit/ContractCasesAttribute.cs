using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.NUnit;

/// <summary>
/// Yields the cases of the fixture's specification, and one last test that closes the account. A static case source
/// cannot ask a fixture for its options; an attribute that builds tests can.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ContractCasesAttribute : NUnitAttribute, ITestBuilder, IImplyFixture
{
    /// <inheritdoc />
    public IEnumerable<TestMethod> BuildFrom(IMethodInfo method, Test? suite)
    {
        CaseTests.RunChildrenInParallel(suite);
        var plan = PlanOf(method.TypeInfo.Type);
        foreach (var test in CaseTests.Of(method, suite, plan?.Cases ?? []))
        {
            yield return test;
        }

        yield return CaseTests.Last(method, suite, ContractFixture.LastTest);
    }

    // A specification that cannot be read, or a constructor that throws, must not take the fixture's ordinary tests
    // with it: those say what is wrong, with the whole message.
#pragma warning disable CA1031
    private static ConformancePlan? PlanOf(Type fixtureType)
    {
        try
        {
            var fixture = (ContractFixture)Activator.CreateInstance(fixtureType, nonPublic: true)!;
            return fixture.MakePlan().Value;
        }
        catch (Exception)
        {
            return null;
        }
    }
#pragma warning restore CA1031
}
