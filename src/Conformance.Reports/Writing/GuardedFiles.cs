using System.Text;
using Conformance.Execution.Secrets;

namespace Conformance.Reports.Writing;

/// <summary>
/// The one place where files are opened for writing: looks for known secrets in every byte, and writes no file that has
/// one. Masking is what keeps secrets out; this is what notices where it was forgotten. Thread-safe.
/// </summary>
/// <param name="secrets">What must not be written; asked at each writing, so it may learn until then.</param>
public sealed class GuardedFiles(KnownSecrets secrets)
{
    /// <summary>What the name of a file ends with that is not whole yet.</summary>
    internal const string Unfinished = ".conformance-tmp";

    /// <summary>Writes a whole file, in place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Demand(path, content.Span);
#pragma warning disable RS0030 // This is the one place.
        return File.WriteAllBytesAsync(path, content, cancellationToken);
#pragma warning restore RS0030
    }

    /// <summary>Writes a whole file of text in UTF-8, in place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        WriteAsync(path, Encoding.UTF8.GetBytes(text), cancellationToken);

    /// <summary>Writes a whole file, in place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public void Write(string path, ReadOnlySpan<byte> content)
    {
        Demand(path, content);
#pragma warning disable RS0030 // This is the one place.
        File.WriteAllBytes(path, content);
#pragma warning restore RS0030
    }

    /// <summary>Writes a whole file of text in UTF-8, in place of one that is there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a whole file under another name first, so that nobody ever reads half of it.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public async Task ReplaceAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Demand(path, content.Span);
#pragma warning disable RS0030 // This is the one place.
        await File.WriteAllBytesAsync(path + Unfinished, content, cancellationToken);
#pragma warning restore RS0030
        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Writes a whole file under another name first, so that nobody ever reads half of it.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public void Replace(string path, ReadOnlySpan<byte> content)
    {
        Demand(path, content);
#pragma warning disable RS0030 // This is the one place.
        File.WriteAllBytes(path + Unfinished, content);
#pragma warning restore RS0030
        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Writes each of some files; one that cannot be written keeps no other from it.</summary>
    /// <param name="files">The files; each is made when its turn comes.</param>
    /// <param name="written">Hears of each that was written.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="IOException">What was wrong with those that were not written.</exception>
    public async Task WriteEachAsync(
        IEnumerable<(string Path, Func<string> Text)> files,
        Action<string> written,
        CancellationToken cancellationToken
    )
    {
        var problems = new List<string>();
        foreach (var (path, text) in files)
        {
            try
            {
                await WriteAsync(path, text(), cancellationToken);
                written(path);
            }
            catch (IOException e)
            {
                problems.Add(e.Message);
            }
        }

        if (problems.Count > 0)
        {
            throw new IOException(string.Join(' ', problems));
        }
    }

    /// <summary>Adds to the end of a file.</summary>
    /// <param name="path">The file; made when it is not there.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <exception cref="SecretFoundException">A known secret stands in them; nothing was added.</exception>
    public Task AppendAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        Demand(path, content.Span);
#pragma warning disable RS0030 // This is the one place.
        return File.AppendAllBytesAsync(path, content, cancellationToken);
#pragma warning restore RS0030
    }

    /// <summary>Copies a file, in place of one that is there.</summary>
    /// <param name="source">The file that is read.</param>
    /// <param name="target">The file that is written.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it; nothing was written.</exception>
    public void Copy(string source, string target) => Write(target, File.ReadAllBytes(source));

    /// <summary>
    /// Opens a file that is written bit by bit, each of them with the operating system at once. When a secret comes up,
    /// also one that lies across two writings, the file is removed, and nothing more is written.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="mode"><see cref="FileMode.Create"/>, or <see cref="FileMode.OpenOrCreate"/> to go on with one.</param>
    public Stream Open(string path, FileMode mode) =>
#pragma warning disable RS0030 // This is the one place.
        new GuardedStream(path, new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0), secrets);
#pragma warning restore RS0030

    /// <summary>Throws when a known secret stands in what is about to be written by other means, into an archive for example.</summary>
    /// <param name="path">What is written.</param>
    /// <param name="content">Its bytes.</param>
    /// <exception cref="SecretFoundException">A known secret stands in it.</exception>
    public void Demand(string path, ReadOnlySpan<byte> content)
    {
        if (secrets.FindIn(content) is { } hit)
        {
            throw new SecretFoundException(path, hit);
        }
    }
}
