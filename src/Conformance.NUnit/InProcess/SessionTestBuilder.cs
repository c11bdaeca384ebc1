using System.Reflection;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Conformance.NUnit.InProcess;

/// <summary>Builds the test tree of a session by hand: no assembly is searched, and the fixture holds this session.</summary>
/// <param name="session">The session.</param>
/// <param name="interruption">Ends the run.</param>
internal sealed class SessionTestBuilder(ConformanceSession session, CancellationToken interruption)
    : ITestAssemblyBuilder
{
    /// <inheritdoc />
    public ITest Build(Assembly assembly, IDictionary<string, object> options)
    {
        var method = new MethodWrapper(typeof(SessionFixture), nameof(SessionFixture.Contract));
        var fixture = new TestFixture(new TypeWrapper(typeof(SessionFixture)), [session, interruption])
        {
            Name = "Contract",
            FullName = "Contract",
        };
        var cases = new ParameterizedMethodSuite(method);
        foreach (var test in CaseTests.Bare(method, fixture, session.Cases))
        {
            cases.Add(test);
        }

        fixture.Add(cases);
        var root = new TestAssembly(assembly, "conformance");
        root.Add(fixture);
        CaseTests.RunChildrenInParallel(fixture);
        CaseTests.RunChildrenInParallel(root);
        return root;
    }

    /// <inheritdoc />
    public ITest Build(string assemblyNameOrPath, IDictionary<string, object> options) =>
        throw new NotSupportedException("Sessions are built from their assembly, never from a path.");
}
