using Conformance.Verdicts.Accounting;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.NUnit;

/// <summary>
/// Runs a specification as NUnit cases from any test project. Derive from it, say what is run against what, and that
/// is all: <c>dotnet test</c> shows one test for each case of the contract.
/// </summary>
/// <example>
/// <code>
/// [TestFixture]
/// public sealed class Contract : ContractFixture
/// {
///     private readonly WebApplicationFactory&lt;Program&gt; service = new();
///
///     protected override RunOptions Options => new() { Specification = "specs/contract.yaml" };
///
///     protected override Uri StartProvider()
///     {
///         service.UseKestrel();
///         service.StartServer();
///         return service.ClientOptions.BaseAddress;
///     }
/// }
/// </code>
/// </example>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public abstract class ContractFixture
{
    /// <summary>Name of the test that runs after all cases.</summary>
    internal const string LastTest = "Every_planned_case_is_accounted_for";

    private Attempt<ConformanceSession>? opening;
    private CompletedRun? completed;

    /// <summary>
    /// What is run against what. Also asked when tests are only listed, so it must not start anything. A relative path
    /// of the specification is looked for in the folder of the tests and the folders above it.
    /// </summary>
    protected abstract RunOptions Options { get; }

    /// <summary>
    /// Starts the provider in this process and says where it listens; null when it runs somewhere else. The way to test
    /// with <c>WebApplicationFactory</c>: over Kestrel every byte is sent as a client would send it.
    /// </summary>
    protected virtual Uri? StartProvider() => null;

    /// <summary>
    /// Connects to a provider in this process without a socket; null for the network. A test server that makes its own
    /// of URLs (ASP.NET's does) cannot be sent those that are written unusually: their cases are inconclusive.
    /// </summary>
    protected virtual HttpMessageHandler? CreateHandler() => null;

    /// <summary>A target that is started when the options name none; null when there is none.</summary>
    protected virtual IEmbeddedTarget? CreateEmbeddedTarget() => null;

    /// <summary>The process environment, from which placeholders such as <c>CLIENT_ID</c> are filled.</summary>
    protected virtual IReadOnlyDictionary<string, string> Variables => ProcessVariables.All;

    /// <summary>Reaches the target.</summary>
    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        var plan = MakePlan();
        opening = plan.Succeeded
            ? await ConformanceSession.OpenAsync(
                plan.Value with
                {
                    Options = Connected(plan.Value.Options),
                },
                new RunContext { EmbeddedTarget = CreateEmbeddedTarget(), Variables = [.. Variables] },
                CancellationToken.None
            )
            : plan.Refusal;
    }

    /// <summary>Without this test, a specification that yields no case would be a green run.</summary>
#pragma warning disable CA1707 // Test names are sentences.
    [Test]
    public void The_contract_can_be_run()
    {
        opening!.Refusal.Should().BeNull("{0}", opening.Refusal is { } refusal ? RefusalText.Of(refusal) : "");
        opening.Value!.Cases.Should().NotBeEmpty("a contract without a case tests nothing");
    }
#pragma warning restore CA1707

    /// <summary>The test of every case.</summary>
    /// <param name="caseId">Id of the case.</param>
    [ContractCases]
    public async Task Contract(string caseId)
    {
        if (opening!.Value is not { } session)
        {
            Assert.Inconclusive(opening.Refusal!.Message);
        }
        else if (caseId == LastTest)
        {
            ReportGate(await CompleteAsync(session));
        }
        else
        {
            var contractCase = session.Cases.First(c => c.Id == caseId);
            CaseAssertions.Report(await session.RunCaseAsync(contractCase, CancellationToken.None));
        }
    }

    /// <summary>Completes the reports and closes the connections.</summary>
    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        if (opening?.Value is not { } session)
        {
            return;
        }

        await using (session)
        {
            await CompleteAsync(session);
        }
    }

    /// <summary>The plan for the options, with paths resolved.</summary>
    internal Attempt<ConformancePlan> MakePlan()
    {
        try
        {
            return MakePlan(Options);
        }
        catch (FormatException e)
        {
            return Refusal.Configuration(e.Message);
        }
    }

    private Attempt<ConformancePlan> MakePlan(RunOptions options) =>
        ConformancePlan.Make(
            options with
            {
                Specification = TestPaths.Find(options.Specification),
                OutputFolder = Path.GetFullPath(options.OutputFolder, AppContext.BaseDirectory),
                Configuration = options.Configuration.Count > 0 ? options.Configuration : [.. Variables],
            },
            CancellationToken.None
        );

    private RunOptions Connected(RunOptions options) =>
        options with
        {
            BaseUrl = StartProvider() ?? options.BaseUrl,
            Handler = CreateHandler() ?? options.Handler,
        };

    private static void ReportGate(CompletedRun run)
    {
        foreach (var report in run.Reports.Written)
        {
            TestContext.Out.WriteLine($"{report.Report}: {report.Path}");
        }

        // Failed cases are failed tests already; what only the whole run shows is this test's business.
        if (run.Gate.ExitCode is not (ExitCodes.Conforming or ExitCodes.RequirementFailed))
        {
            Assert.Fail(run.Gate.Reason);
        }
    }

    private async Task<CompletedRun> CompleteAsync(ConformanceSession session) =>
        completed ??= await session.CompleteAsync([], "Not selected by the filter of the test runner.");
}
