using System.Reflection;
using Conformance.NUnit;
using Conformance.Tests.Run;
using FluentAssertions;
using NUnit;
using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace Conformance.Tests.NUnit;

/// <summary>The base fixture of other people's test projects, run by NUnit inside this one.</summary>
public sealed class ContractFixtureTests
{
    [Test]
    public void A_conforming_target_is_green_with_one_test_for_each_case()
    {
        var results = Run<ConformingContract>();

        results.Values.Should().OnlyContain(r => r.ResultState == ResultState.Success);
        foreach (var contractCase in Notes.Plan().Cases)
        {
            results.Should().ContainKey($"Contract({contractCase.Id})");
        }

        results.Keys.Should().Contain(["The_contract_can_be_run", ContractFixture.LastTest]);
    }

    [Test]
    public void A_failure_is_one_red_test_and_the_account_stays_green()
    {
        var results = Run<FaultyContract>();

        var failed = results.Where(r => r.Value.ResultState.Status == TestStatus.Failed).ToArray();
        failed.Should().NotBeEmpty().And.OnlyContain(r => r.Key.StartsWith("Contract(", StringComparison.Ordinal));
        failed[0].Value.Message.Should().Contain("expected").And.Contain("curl ");
        results[ContractFixture.LastTest].ResultState.Should().Be(ResultState.Success);
    }

    [Test]
    public void A_specification_that_cannot_be_read_is_one_red_test_not_an_empty_green_run()
    {
        var results = Run<MissingContract>();

        results["The_contract_can_be_run"].ResultState.Status.Should().Be(TestStatus.Failed);
        results["The_contract_can_be_run"]
            .Message.Should()
            .Contain("There is no specification at 'specs/nowhere.yaml'.");
    }

    [Test]
    public void A_state_that_cannot_be_reached_is_inconclusive_and_the_account_says_so()
    {
        var results = Run<OpenContract>();

        results.Values.Should().Contain(r => r.ResultState == ResultState.Inconclusive);
        results[ContractFixture.LastTest].ResultState.Status.Should().Be(TestStatus.Failed);
        results[ContractFixture.LastTest].Message.Should().Contain("inconclusive");
    }

    private static Dictionary<string, ITestResult> Run<TFixture>()
    {
        var listener = new Results();
        var runner = new NUnitTestAssemblyRunner(new OneFixture(typeof(TFixture)));
        var settings = new Dictionary<string, object>
        {
            [FrameworkPackageSettings.NumberOfTestWorkers] = 2,
            [FrameworkPackageSettings.SynchronousEvents] = true,
        };
        runner.Load(typeof(TFixture).Assembly, settings);
        runner.Run(listener, new Everything());
        return listener.Finished.ToDictionary(r => r.Test.Name);
    }

    private sealed class OneFixture(Type type) : ITestAssemblyBuilder
    {
        public ITest Build(Assembly assembly, IDictionary<string, object> options)
        {
            var root = new TestAssembly(assembly, "sample");
            root.Add(new DefaultSuiteBuilder().BuildFrom(new TypeWrapper(type), new MatchAll())!);
            return root;
        }

        public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) =>
            throw new NotSupportedException();
    }

    private sealed class MatchAll : IPreFilter
    {
        public bool IsMatch(Type type) => true;

        public bool IsMatch(Type type, MethodInfo method) => true;
    }

    /// <summary>Explicit tests only run when a filter names them.</summary>
    private sealed class Everything : TestFilter
    {
        public override bool Match(ITest test) => true;

        public override bool IsExplicitMatch(ITest test) => true;

        public override TNode AddToXml(TNode parentNode, bool recursive) => parentNode.AddElement("filter");
    }

    private sealed class Results : ITestListener
    {
        private readonly Lock adding = new();

        public List<ITestResult> Finished { get; } = [];

        public void TestFinished(ITestResult result)
        {
            if (!result.Test.IsSuite)
            {
                lock (adding)
                {
                    Finished.Add(result);
                }
            }
        }

        public void TestStarted(ITest test) { }

        public void TestOutput(TestOutput output) { }

        public void SendMessage(TestMessage message) { }
    }
}
