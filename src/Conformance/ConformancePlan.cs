using System.Collections.Immutable;
using Conformance.Gating;
using Conformance.Scenarios;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Inventory;
using Conformance.Sharding;
using Conformance.Specification;
using Conformance.Specification.Model;

namespace Conformance;

/// <summary>What a run is going to do: made from the specification and the options alone, without touching the target.</summary>
public sealed record ConformancePlan
{
    private ConformancePlan() { }

    /// <summary>What was asked for.</summary>
    public required RunOptions Options { get; init; }

    /// <summary>The contract.</summary>
    public required IntegrationSpecification Specification { get; init; }

    /// <summary>How the specification was read, with the findings that do not make it invalid.</summary>
    public required LoadResult Loading { get; init; }

    /// <summary>The environment the target plays.</summary>
    public required EnvironmentChoice Environment { get; init; }

    /// <summary>The selected cases, in the order they are carried out.</summary>
    public required ImmutableArray<ContractCase> Cases { get; init; }

    /// <summary>All cases of the specification, selected or not.</summary>
    internal ImmutableArray<ContractCase> AllCases { get; private init; } = [];

    /// <summary>Number of cases that the filter left out.</summary>
    public required int NotSelected { get; init; }

    /// <summary>Number of selected cases that other parts of the run carry out.</summary>
    public required int InOtherShards { get; init; }

    /// <summary>What the specification demands and no case tests.</summary>
    public required ImmutableArray<Omission> Omissions { get; init; }

    /// <summary>The requirements that the target is held to.</summary>
    internal ProfileSelection Profile { get; private init; } = ProfileSelection.Full;

    /// <summary>Every requirement of the specification with the selected cases that test it.</summary>
    public RequirementCoverage Coverage() => RequirementCoverage.Of(Inventory(), Cases, Omissions);

    /// <summary>Every requirement of the specification.</summary>
    internal IEnumerable<InventoryEntry> Inventory() =>
        RequirementInventory.Of(
            Specification,
            new CompilerOptions { Seed = Options.Seed, Environment = Environment.Environment }
        );

    /// <summary>Loads the specification, compiles its cases and selects those that the filter admits.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Attempt<ConformancePlan> Make(RunOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var loading = options.Loaded is { } loaded
                ? loaded
                : SpecificationSource.Load(options.Specification, cancellationToken);
            return loading.Succeeded ? Make(options, loading.Value, cancellationToken) : loading.Refusal;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new Refusal(RefusalKind.Interrupted, "The run was interrupted before the first case.");
        }
    }

    private static Attempt<ConformancePlan> Make(
        RunOptions options,
        LoadResult loading,
        CancellationToken cancellationToken
    )
    {
        var specification = loading.Specification!;
        var environment = EnvironmentChoice.Of(specification, options.Environment, options.BaseUrl);
        return environment.Succeeded
            ? Compile(options, loading, specification, environment.Value, cancellationToken)
            : environment.Refusal;
    }

    private static Attempt<ConformancePlan> Compile(
        RunOptions options,
        LoadResult loading,
        IntegrationSpecification specification,
        EnvironmentChoice environment,
        CancellationToken cancellationToken
    )
    {
        var compilerOptions = new CompilerOptions
        {
            Seed = options.Seed,
            Environment = environment.Environment,
            Explore = options.Explore,
        };
        var compilation = ScenarioCompiler.CompileAll(specification, compilerOptions, cancellationToken);
        var profile = ProfileSelection.Find(options.Gate.Profile, specification, compilerOptions, compilation.Cases);
        if (!profile.Succeeded)
        {
            return profile.Refusal;
        }

        var selection = CaseSelection.Of(compilation.Cases, options, profile.Value);
        if (!selection.Succeeded)
        {
            return selection.Refusal;
        }

        var cases = options.Only is { } only
            ? [.. selection.Value.Cases.Where(c => only.Contains(c.Id))]
            : selection.Value.Cases;
        var own = cases;
        if (options.Shard is { } shard)
        {
            var isAlone = options.OwnTargets || (options.BaseUrl is null && options.Handler is null);
            own = new ShardPlan(options.PastDurations, isAlone).Of(cases, shard);
            if (own.All(c => c.OverRun is not null))
            {
                return Refusal.Configuration(
                    $"Part {shard} of the run has no case: there are too few for {shard.Of} parts.",
                    "Cut the run into fewer parts."
                );
            }
        }

        return new ConformancePlan
        {
            Options = options,
            Specification = specification,
            Loading = loading,
            Environment = environment,
            Profile = profile.Value,
            Cases = own,
            InOtherShards = cases.Length - own.Length,
            AllCases = compilation.Cases,
            NotSelected = compilation.Cases.Length - cases.Length,
            Omissions = compilation.Omissions,
        };
    }
}
