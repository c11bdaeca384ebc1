using System.Text.Json;
using Conformance.Reports.Writing;

namespace Conformance.Reports.Har;

/// <summary>
/// Writes an archive entry by entry. After each of them the file is a whole archive, so that a process that is killed
/// leaves what came before.
/// </summary>
internal sealed class HarFileWriter : IAsyncDisposable
{
    private static readonly byte[] End = [.. "\n]}}"u8];

    private readonly Stream file;
    private readonly HarJsonContext json;
    private bool isEmpty = true;

    private HarFileWriter(Stream file, Func<string, string> mask) =>
        (this.file, json) = (file, HarJsonContext.Masking(mask));

    /// <summary>Begins an archive.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="toolVersion">Version of the tool.</param>
    /// <param name="mask">Replaces secrets; asked when an entry is written, so it may learn until then.</param>
    /// <param name="files">Opens the file.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static HarFileWriter Begin(string path, string toolVersion, Func<string, string> mask, GuardedFiles files)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // Unbuffered: what is written is with the operating system at once.
        var file = files.Open(path, FileMode.Create);
        var writer = new HarFileWriter(file, mask);
        var version = JsonSerializer.Serialize(toolVersion, writer.json.String);
        file.Write([
            .. System.Text.Encoding.UTF8.GetBytes(
                $$"""{"log":{"version":"1.2","creator":{"name":"conformance","version":{{version}}},"entries":["""
            ),
            .. End,
        ]);
        return writer;
    }

    /// <summary>Writes an entry.</summary>
    public async Task AddAsync(HarEntry entry, CancellationToken cancellationToken)
    {
        byte[] separator = isEmpty ? [(byte)'\n'] : [(byte)',', (byte)'\n'];
        byte[] text = [.. separator, .. JsonSerializer.SerializeToUtf8Bytes(entry, json.HarEntry), .. End];
        file.Seek(-End.Length, SeekOrigin.End);
        await file.WriteAsync(text, cancellationToken);
        isEmpty = false;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => file.DisposeAsync();
}
