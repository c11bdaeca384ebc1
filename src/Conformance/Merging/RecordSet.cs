using System.Collections.Immutable;
using Conformance.Records;
using Conformance.Sharding;

namespace Conformance.Merging;

/// <summary>The records of the parts of one run: each part at most once, and all of the same run.</summary>
internal sealed class RecordSet
{
    private RecordSet(ImmutableArray<RunRecord> records) => Records = records;

    /// <summary>The records, in the order of their parts.</summary>
    public ImmutableArray<RunRecord> Records { get; }

    /// <summary>What was run, as all of them say.</summary>
    public RunManifest Manifest => Records[0].Manifest;

    /// <summary>The parts that are not there; empty for a run that was not cut.</summary>
    public IEnumerable<Shard> Missing
    {
        get
        {
            var there = Records.Select(ShardOf).OfType<Shard>().ToHashSet();
            return there.FirstOrDefault() is { } any
                ? Enumerable.Range(1, any.Of).Select(n => new Shard(n, any.Of)).Where(s => !there.Contains(s))
                : [];
        }
    }

    /// <summary>Reads records; refused when they do not belong together.</summary>
    /// <param name="folders">Folders of reports or of records.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Attempt<RecordSet>> ReadAsync(
        IEnumerable<string> folders,
        CancellationToken cancellationToken
    )
    {
        var records = new List<RunRecord>();
        foreach (var folder in folders)
        {
            var record = await RunRecord.ReadAsync(RunRecord.Find(folder), cancellationToken);
            if (!record.Succeeded)
            {
                return record.Refusal;
            }

            records.Add(record.Value);
        }

        return Problem(records) is { } problem
            ? Refusal.Configuration(problem, "Merge the parts of one run: each of them once, with its last record.")
            : new RecordSet([.. records.OrderBy(r => ShardOf(r)?.Number)]);
    }

    /// <summary>The part that a record is of; null for a run that was not cut.</summary>
    /// <param name="record">The record.</param>
    public static Shard? ShardOf(RunRecord record) =>
        record.Manifest.Shard is { } text ? Shard.Parse(text, ImmutableDictionary<string, string>.Empty).Value : null;

    private static string? Problem(List<RunRecord> records)
    {
        foreach (var record in records)
        {
            if (RunManifests.Difference(Comparable(records[0]), Comparable(record)) is { } difference)
            {
                return $"'{records[0].Folder}' and '{record.Folder}' are of different runs: {difference}.";
            }

            if (records.Count > 1 && ShardOf(record) is null)
            {
                return $"'{record.Folder}' is the record of a whole run, not of a part of one.";
            }

            if (ShardOf(record)?.Of != ShardOf(records[0])?.Of)
            {
                return $"'{records[0].Folder}' is part {records[0].Manifest.Shard}, and '{record.Folder}' part {record.Manifest.Shard}: the run was cut differently.";
            }
        }

        return records.GroupBy(r => r.Manifest.Shard).FirstOrDefault(g => g.Count() > 1) is { } twice
                ? $"Part {twice.Key} is there more than once: {string.Join(", ", twice.Select(r => $"'{r.Folder}'"))}."
            : Twice(records) is { } id
                ? $"The case {id} is in more than one part: they were cut by different durations."
            : null;
    }

    private static RunManifest Comparable(RunRecord record) => record.Manifest with { Shard = null, Planned = [] };

    // Cases about the whole run are in every part; they alone send nothing, and none of them stands in a part's order.
    private static string? Twice(List<RunRecord> records)
    {
        var planned = records
            .SelectMany(r => r.Manifest.Planned)
            .CountBy(id => id)
            .ToDictionary(StringComparer.Ordinal);
        return records
            .SelectMany(r => r.Cases)
            .FirstOrDefault(c => c.Order is not null && planned.GetValueOrDefault(c.Id) > 1)
            ?.Id;
    }
}
