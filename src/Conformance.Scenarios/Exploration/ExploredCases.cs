using System.Collections.Immutable;
using Conformance.Scenarios.Compiling;
using Conformance.Scenarios.Payloads;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Exploration;

/// <summary>What exploring sources share: random values, and the sentences explored cases stand for.</summary>
internal static class ExploredCases
{
    /// <summary>Label of every explored case.</summary>
    public const string Tag = "explored";

    /// <summary>Random values of this compilation.</summary>
    public static RandomValues Values(CompilerContext context) =>
        new(context.Effective, context.Strings, context.Judge);

    /// <summary>Random data that depends on seed and name alone; not shared with the data of ordinary cases.</summary>
    public static Bogus.Faker Data(CompilerContext context, string name) =>
        new SeededData(context.Options.Seed).For($"explore/{name}");

    /// <summary>A sentence about one operation's random requests, or about sequences of calls.</summary>
    public static Requirement Requirement(string subject, string aspect, string statement, SourceLocation location) =>
        Sentences.Contract(RequirementIds.Section(subject, "explored", aspect), statement, location);

    /// <summary>A scenario of one call with exactly this body.</summary>
    public static TestScenario Scenario(
        ScenarioKind kind,
        string name,
        SourceLocation location,
        params ImmutableArray<ScenarioStep> calls
    ) =>
        new()
        {
            Kind = kind,
            Name = new(name, location),
            Endpoint = ((ScenarioStep.Call)calls[0]).Endpoint,
            Steps = calls,
            Location = location,
        };
}
