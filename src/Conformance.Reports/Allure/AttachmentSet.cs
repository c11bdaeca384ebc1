namespace Conformance.Reports.Allure;

/// <summary>The attachments of one result, collected while it is put together.</summary>
internal sealed class AttachmentSet(string uuid)
{
    private readonly List<(string File, byte[] Content)> files = [];

    /// <summary>What is to be written beside the result.</summary>
    public IReadOnlyList<(string File, byte[] Content)> Files => files;

    /// <summary>Adds a file and refers to it.</summary>
    /// <param name="name">What Allure calls it.</param>
    /// <param name="type">Media type.</param>
    /// <param name="extension">File extension without a dot.</param>
    /// <param name="content">Bytes, already masked.</param>
    public AllureAttachment Add(string name, string type, string extension, byte[] content)
    {
        var file = AllureIds.AttachmentFile(uuid, files.Count + 1, extension);
        files.Add((file, content));
        return new AllureAttachment(name, file, type);
    }
}
