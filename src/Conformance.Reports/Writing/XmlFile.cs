using System.Text;
using System.Xml;

namespace Conformance.Reports.Writing;

/// <summary>An XML document as bytes: UTF-8 without a mark, indented, line feeds on every system.</summary>
internal static class XmlFile
{
    /// <summary>The document.</summary>
    /// <param name="write">Writes it.</param>
    public static ReadOnlyMemory<byte> Of(Action<XmlWriter> write)
    {
        using var content = new MemoryStream();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using (var writer = XmlWriter.Create(content, settings))
        {
            write(writer);
        }

        return content.ToArray();
    }
}
