namespace Conformance.Reports.Writing;

/// <summary>A folder that is written into file by file.</summary>
internal sealed class OutputFolder(string path, GuardedFiles files)
{
    /// <summary>The full path of the folder.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>Makes the folder and removes what a run before left in it.</summary>
    /// <param name="isOwn">Whether a file of that name is one of ours.</param>
    public void Prepare(Func<string, bool> isOwn)
    {
        Directory.CreateDirectory(FullPath);
        foreach (var file in Directory.EnumerateFiles(FullPath))
        {
            var name = Path.GetFileName(file);
            if (
                isOwn(name)
                || (
                    name.EndsWith(GuardedFiles.Unfinished, StringComparison.Ordinal)
                    && isOwn(name[..^GuardedFiles.Unfinished.Length])
                )
            )
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Writes a file under another name first, so that nobody ever reads half of it.</summary>
    /// <param name="name">File name.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        files.ReplaceAsync(Path.Combine(FullPath, name), content, cancellationToken);

    /// <summary>Writes a file that nobody reads before another one, written later, refers to it.</summary>
    /// <param name="name">File name.</param>
    /// <param name="content">Its bytes.</param>
    /// <remarks>
    /// A run writes thousands of them, and they are small: neither a second name nor a second thread is worth its cost.
    /// </remarks>
    public void WriteUnannounced(string name, ReadOnlySpan<byte> content) =>
        files.Write(Path.Combine(FullPath, name), content);

    /// <summary>Whether a file is there.</summary>
    /// <param name="name">File name.</param>
    public bool Contains(string name) => File.Exists(Path.Combine(FullPath, name));
}
