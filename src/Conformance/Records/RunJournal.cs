using System.Text.Json;
using Conformance.Execution.Recording;
using Conformance.Execution.Secrets;
using Conformance.Reports.Writing;
using Conformance.Verdicts.Results;

namespace Conformance.Records;

/// <summary>
/// Writes a run down while it goes on: one line for each case, with the operating system as soon as the case is over, so
/// that a run which is killed loses nothing but the cases that were under way. Thread-safe.
/// </summary>
/// <remarks>The format is described in <c>reports/README.md</c>.</remarks>
internal sealed class RunJournal : IDisposable
{
    private readonly Lock writing = new();
    private readonly string folder;
    private readonly Stream lines;
    private readonly GuardedFiles files;
    private readonly CaseForms forms;
    private RunManifest manifest;

    private RunJournal(string folder, RunManifest manifest, Stream lines, SecretMask mask, GuardedFiles files)
    {
        (this.folder, this.manifest, this.lines, this.files) = (folder, manifest, lines, files);
        forms = new CaseForms(mask);
    }

    /// <summary>What kept something from being written; null when nothing did.</summary>
    public string? Problem { get; private set; }

    /// <summary>Number of the process that writes, from 0.</summary>
    public int Segment => manifest.Segments.Length - 1;

    /// <summary>Begins a record, in place of one that is there.</summary>
    /// <param name="folder">Folder of the record.</param>
    /// <param name="manifest">What is about to run; its last segment is this process.</param>
    /// <param name="mask">Knows every secret of the run.</param>
    public static Attempt<RunJournal> Begin(string folder, RunManifest manifest, SecretMask mask) =>
        Open(folder, manifest, mask, 0);

    /// <summary>Goes on with a record; half a line at its end is cut off.</summary>
    /// <param name="record">The record as it was read.</param>
    /// <param name="segment">This process.</param>
    /// <param name="mask">Knows every secret of the run.</param>
    public static Attempt<RunJournal> Continue(RunRecord record, RunSegment segment, SecretMask mask) =>
        Open(
            record.Folder,
            record.Manifest with
            {
                Segments = record.Manifest.Segments.Add(segment),
            },
            mask,
            record.WholeBytes
        );

    /// <summary>Writes a record that is whole already.</summary>
    /// <param name="folder">Folder of the record; one that is there is replaced.</param>
    /// <param name="record">The record.</param>
    /// <param name="files">Writes it.</param>
    /// <returns>What kept it from being written; null when nothing did.</returns>
    public static string? WriteWhole(string folder, RunRecord record, GuardedFiles files)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using (var lines = files.Open(Path.Combine(folder, RunRecord.LinesFile), FileMode.Create))
            {
                foreach (var line in LinesOf(record))
                {
                    lines.Write(RecordJson.BytesOf(line).Span);
                }
            }

            WriteManifest(folder, record.Manifest, files);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The record of the run cannot be written: {e.Message}";
        }
    }

    /// <summary>Writes a finished case down.</summary>
    /// <param name="result">The case.</param>
    /// <param name="order">When cases about the whole run took notice of it; null when they did not.</param>
    public void Write(CaseResult result, int? order) =>
        Append(() => new RecordLine { Case = forms.Of(result, Segment, order) });

    /// <summary>Writes deliveries down.</summary>
    /// <param name="deliveries">The deliveries.</param>
    public void Write(IReadOnlyCollection<Exchange> deliveries)
    {
        if (deliveries.Count > 0)
        {
            Append(() => new RecordLine { Deliveries = forms.Of(deliveries, Segment) });
        }
    }

    /// <summary>Notes how the process ended.</summary>
    /// <param name="end">The end of this process.</param>
    public void End(Func<RunSegment, RunSegment> end) =>
        Guarded(() =>
        {
            manifest = manifest with { Segments = manifest.Segments.SetItem(Segment, end(manifest.Segments[^1])) };
            WriteManifest(folder, manifest, files);
        });

    /// <inheritdoc />
    public void Dispose() => lines.Dispose();

    /// <summary>A manifest in UTF-8.</summary>
    /// <param name="manifest">The manifest.</param>
    internal static byte[] BytesOf(RunManifest manifest) =>
        JsonSerializer.SerializeToUtf8Bytes(manifest, ManifestJson.Default.RunManifest);

    private static Attempt<RunJournal> Open(string folder, RunManifest manifest, SecretMask mask, long wholeBytes)
    {
        try
        {
            Directory.CreateDirectory(folder);
            // Lines without their manifest could be taken for those of another run.
            var path = Path.Combine(folder, RunRecord.LinesFile);
            // Nothing is held back: what a full disk refuses is told when it is refused, and not when the file is closed.
            var files = new GuardedFiles(mask.Known);
            var lines = files.Open(path, FileMode.OpenOrCreate);
            lines.SetLength(wholeBytes);
            lines.Seek(0, SeekOrigin.End);
            WriteManifest(folder, manifest, files);
            return new RunJournal(folder, manifest, lines, mask, files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refusal.Configuration($"The record of the run cannot be written: {e.Message}");
        }
    }

    private static void WriteManifest(string folder, RunManifest manifest, GuardedFiles files) =>
        files.Replace(Path.Combine(folder, RunRecord.ManifestFile), BytesOf(manifest));

    private static IEnumerable<RecordLine> LinesOf(RunRecord record) =>
        record
            .Cases.Select(c => new RecordLine { Case = c })
            .Concat(
                record
                    .Deliveries.OrderBy(d => d.Key)
                    .Select(d => new RecordLine
                    {
                        Deliveries = new DeliveriesForm { Segment = d.Key, Exchanges = d.Value },
                    })
            );

    private void Append(Func<RecordLine> line)
    {
        var bytes = RecordJson.BytesOf(line());
        Guarded(() =>
        {
            // One call: what another process sees of a line is all of it, unless this one is killed in between.
            var whole = lines.Position;
            try
            {
                lines.Write(bytes.Span);
            }
            catch (IOException)
            {
                // Half a line in the middle would make the whole record unreadable.
                lines.SetLength(whole);
                throw;
            }
        });
    }

    private void Guarded(Action write)
    {
        lock (writing)
        {
            try
            {
                write();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Problem ??= $"The record of the run is not whole: {e.Message}";
            }
        }
    }
}
