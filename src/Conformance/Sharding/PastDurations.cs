using System.Collections.Immutable;
using System.Text.Json;
using Conformance.Records;

namespace Conformance.Sharding;

/// <summary>How long cases took in an earlier run: from its record, or from its <c>summary.json</c>.</summary>
public static class PastDurations
{
    /// <summary>Durations by case id; refused when there are none at that path.</summary>
    /// <param name="path">A folder of reports or of a record, or a summary file; null for none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Attempt<ImmutableDictionary<string, TimeSpan>>> ReadAsync(
        string? path,
        CancellationToken cancellationToken
    )
    {
        if (path is null)
        {
            return ImmutableDictionary<string, TimeSpan>.Empty;
        }

        if (!Directory.Exists(path))
        {
            return await OfSummaryAsync(path, cancellationToken);
        }

        var record = await RunRecord.ReadAsync(RunRecord.Find(path), cancellationToken);
        return record.Succeeded
            ? record
                .Value.Cases.Where(c => c.CarriedOut is not null)
                .ToImmutableDictionary(c => c.Id, c => c.CarriedOut!.Duration, StringComparer.Ordinal)
            : record.Refusal;
    }

    private static async Task<Attempt<ImmutableDictionary<string, TimeSpan>>> OfSummaryAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using var summary = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellationToken));
            return summary
                .RootElement.GetProperty("cases")
                .EnumerateArray()
                .ToImmutableDictionary(
                    c => c.GetProperty("id").GetString()!,
                    c => TimeSpan.FromMilliseconds(c.GetProperty("durationMs").GetInt64()),
                    StringComparer.Ordinal
                );
        }
        catch (Exception e)
            when (e
                    is IOException
                        or UnauthorizedAccessException
                        or JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or ArgumentException
            )
        {
            return Refusal.Configuration(
                $"The durations of an earlier run cannot be read from '{path}': {e.Message}",
                "Name the folder of its reports, or its summary.json."
            );
        }
    }
}
