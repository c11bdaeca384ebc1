using System.Collections.Immutable;
using Conformance.Scenarios.Cases;
using Conformance.Scenarios.Requirements;
using Conformance.Specification.Model;

namespace Conformance.Scenarios.Inventory;

/// <summary>
/// Cases as the coverage of requirements sees them. With thousands of operations, looking at every case for every
/// requirement takes minutes, so a requirement is held against the cases that may be about it.
/// </summary>
internal sealed class ReadCases
{
    private readonly ImmutableArray<ReadCase> all;
    private readonly ILookup<string, int> byRequirement;
    private readonly ILookup<string, int> byOperation;

    /// <summary>Reads cases.</summary>
    /// <param name="cases">The cases, in their order.</param>
    public ReadCases(IEnumerable<ContractCase> cases)
    {
        all = [.. cases.Select(c => new ReadCase(c))];
        byRequirement = Index(c => c.Carried);
        byOperation = Index(c => c.Operations);
    }

    /// <summary>Every case.</summary>
    public IEnumerable<ReadCase> All => all;

    /// <summary>The cases that test a requirement, in their order.</summary>
    public IEnumerable<ReadCase> That(InventoryEntry entry) =>
        entry.Observation switch
        {
            Observation.ByCase by => byRequirement[by.JudgedAs].Select(i => all[i]),
            Observation.OnEveryExchange { Answers.OperationId: { } operation } on => byRequirement[entry.Requirement.Id]
                .Concat(byOperation[operation].Where(i => all[i].IsDue(on.Answers)))
                .Distinct()
                .Order()
                .Select(i => all[i]),
            Observation.OnEveryExchange on => all.Where(c =>
                c.Carried.Contains(entry.Requirement.Id) || c.IsDue(on.Answers)
            ),
            _ => [],
        };

    private ILookup<string, int> Index(Func<ReadCase, IEnumerable<string>> keys) =>
        all.SelectMany((read, i) => keys(read).Select(key => (Key: key, Index: i)))
            .ToLookup(e => e.Key, e => e.Index, StringComparer.Ordinal);
}

/// <summary>A case, read once for all requirements: the ids it carries, and the answers that are due in it.</summary>
internal sealed class ReadCase
{
    private readonly ImmutableArray<DueAnswer> due;

    public ReadCase(ContractCase of)
    {
        Id = of.Id;
        Endpoint = of.Endpoint;
        Requirements =
        [
            of.Requirement,
            .. of.Expectations.Select(e => e.Requirement),
            .. of.OverRun is { } overRun ? [overRun.Requirement] : Array.Empty<Requirement>(),
            .. of.Steps.SelectMany(ExpectationsOf.Step).Select(e => e.Requirement),
        ];
        Carried = Requirements.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        due = [.. DueAnswer.Of(of)];
    }

    public string Id { get; }

    public Endpoint? Endpoint { get; }

    public ImmutableArray<Requirement> Requirements { get; }

    /// <summary>The ids of its requirements.</summary>
    public HashSet<string> Carried { get; }

    /// <summary>The operations whose answers are due in it.</summary>
    public IEnumerable<string> Operations => due.Select(d => d.OperationId).OfType<string>().Distinct();

    /// <summary>Whether one of these answers is due in it.</summary>
    public bool IsDue(AnswersOf answers) => due.Any(answers.Include);
}
