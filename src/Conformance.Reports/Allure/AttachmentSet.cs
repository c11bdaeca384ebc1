namespace Conformance.Reports.Allure;

/// <summary>A file beside a result.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Bytes, already masked.</param>
/// <param name="IsShared">Whether its name stands for its content, so that other results refer to it too.</param>
internal sealed record AttachmentFile(string Name, byte[] Content, bool IsShared);

/// <summary>The attachments of one result, collected while it is put together.</summary>
internal sealed class AttachmentSet(string uuid)
{
    private readonly List<AttachmentFile> files = [];

    /// <summary>What is to be written beside the result.</summary>
    public IReadOnlyList<AttachmentFile> Files => files;

    /// <summary>Adds a file and refers to it.</summary>
    /// <param name="name">What Allure calls it.</param>
    /// <param name="type">Media type.</param>
    /// <param name="extension">File extension without a dot.</param>
    /// <param name="content">Bytes, already masked.</param>
    public AllureAttachment Add(string name, string type, string extension, byte[] content) =>
        Add(name, type, new(AllureIds.AttachmentFile(uuid, files.Count + 1, extension), content, IsShared: false));

    /// <summary>Adds a file that many results of a run have, and refers to it.</summary>
    /// <param name="name">What Allure calls it.</param>
    /// <param name="type">Media type.</param>
    /// <param name="extension">File extension without a dot.</param>
    /// <param name="content">Bytes, already masked.</param>
    public AllureAttachment AddShared(string name, string type, string extension, byte[] content) =>
        Add(name, type, new(AllureIds.AttachmentFile(AllureIds.OfContent(content), 1, extension), content, true));

    private AllureAttachment Add(string name, string type, AttachmentFile file)
    {
        files.Add(file);
        return new AllureAttachment(name, file.Name, type);
    }
}
