using System.Collections.Immutable;
using System.Text.Json;

namespace Conformance.Records;

/// <summary>The record of a run as it was read: what was run, and every case that was finished.</summary>
public sealed record RunRecord
{
    /// <summary>Name of the folder of a record below the folder of reports.</summary>
    public const string FolderName = "record";

    /// <summary>Name of the file that says what was run.</summary>
    public const string ManifestFile = "run.json";

    /// <summary>Name of the file with one line for each finished case.</summary>
    public const string LinesFile = "cases.ndjson";

    private RunRecord() { }

    /// <summary>The folder it was read from.</summary>
    public required string Folder { get; init; }

    /// <summary>What was run.</summary>
    public required RunManifest Manifest { get; init; }

    /// <summary>Whether the last line is half a line: the process was killed while it wrote.</summary>
    public required bool IsTorn { get; init; }

    /// <summary>Number of bytes of the whole lines.</summary>
    internal long WholeBytes { get; private init; }

    /// <summary>Every finished case, in the order in which they were written; a later line about a case replaces an earlier one.</summary>
    internal ImmutableArray<CaseForm> Cases { get; init; } = [];

    /// <summary>The deliveries that each process received, in order.</summary>
    internal ImmutableDictionary<int, ImmutableArray<ExchangeForm>> Deliveries { get; init; } =
        ImmutableDictionary<int, ImmutableArray<ExchangeForm>>.Empty;

    /// <summary>Whether there is a record in a folder.</summary>
    /// <param name="folder">The folder.</param>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, ManifestFile));

    /// <summary>The folder of the record: the one that is named, or the one below it.</summary>
    /// <param name="folder">A folder of reports, or of a record.</param>
    public static string Find(string folder) => IsIn(folder) ? folder : Path.Combine(folder, FolderName);

    /// <summary>Reads a record; refused when there is none, or when it is damaged anywhere but at its end.</summary>
    /// <param name="folder">Folder of the record.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Attempt<RunRecord>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        try
        {
            var manifest = ReadManifest(
                await File.ReadAllBytesAsync(Path.Combine(folder, ManifestFile), cancellationToken)
            );
            if (!manifest.Succeeded)
            {
                return Refusal.Configuration($"'{Path.Combine(folder, ManifestFile)}': {manifest.Refusal.Message}");
            }

            var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, LinesFile), cancellationToken);
            return Read(folder, manifest.Value, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration(
                $"There is no record of a run in '{folder}': {e.Message}",
                "conformance run writes one into the folder 'record' of its reports."
            );
        }
    }

    /// <summary>Reads a manifest.</summary>
    /// <param name="bytes">Content of the file.</param>
    internal static Attempt<RunManifest> ReadManifest(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, ManifestJson.Default.RunManifest) switch
            {
                { Format: RunManifest.FormatName, Version: RunManifest.CurrentVersion } manifest => manifest,
                { Format: RunManifest.FormatName } other => Refusal.Configuration(
                    $"this record has version {other.Version}; this tool reads version {RunManifest.CurrentVersion}."
                ),
                _ => Refusal.Configuration("this is no record of a run."),
            };
        }
        catch (JsonException e)
        {
            return Refusal.Configuration($"this is no record of a run: {e.Message}");
        }
    }

    /// <summary>Reads the lines of a record.</summary>
    /// <param name="folder">Names the record in messages.</param>
    /// <param name="manifest">What was run.</param>
    /// <param name="bytes">Content of the file with the lines.</param>
    internal static Attempt<RunRecord> Read(string folder, RunManifest manifest, ReadOnlyMemory<byte> bytes)
    {
        var cases = new OrderedDictionary<string, CaseForm>(StringComparer.Ordinal);
        var deliveries = new Dictionary<int, SortedDictionary<int, ExchangeForm>>();
        var at = 0;
        for (var number = 1; bytes.Span[at..].IndexOf((byte)'\n') is >= 0 and var length; number++)
        {
            try
            {
                var line = bytes.Span.Slice(at, length);
                RecordJson.DemandWhole(line);
                Add(
                    JsonSerializer.Deserialize(line, LineJson.Default.RecordLine)
                        ?? throw new FormatException("it says nothing"),
                    manifest,
                    cases,
                    deliveries
                );
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                return Refusal.Configuration(
                    $"The record in '{folder}' is damaged: {LinesFile}, line {number}: {e.Message}"
                );
            }

            at += length + 1;
        }

        return new RunRecord
        {
            Folder = folder,
            Manifest = manifest,
            Cases = [.. cases.Values],
            Deliveries = deliveries.ToImmutableDictionary(d => d.Key, d => d.Value.Values.ToImmutableArray()),
            IsTorn = at < bytes.Length,
            WholeBytes = at,
        };
    }

    private static void Add(
        RecordLine line,
        RunManifest manifest,
        OrderedDictionary<string, CaseForm> cases,
        Dictionary<int, SortedDictionary<int, ExchangeForm>> deliveries
    )
    {
        var segment = line.Case?.Segment ?? line.Deliveries?.Segment ?? 0;
        if (segment < 0 || segment >= manifest.Segments.Length)
        {
            throw new FormatException($"it belongs to process {segment}, which {ManifestFile} does not name");
        }

        if (line.Case is { } contractCase)
        {
            // Order of the lines is the order in which cases ended; a case that was carried out again ended later.
            cases.Remove(contractCase.Id);
            cases.Add(contractCase.Id, contractCase);
        }

        foreach (var delivery in line.Deliveries?.Exchanges ?? [])
        {
            if (!deliveries.TryGetValue(segment, out var known))
            {
                deliveries.Add(segment, known = []);
            }

            known[delivery?.Index ?? throw new FormatException("a delivery is null")] = delivery;
        }
    }
}
