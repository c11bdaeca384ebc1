using Conformance.Specification.Model;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>info</c>.</summary>
internal static class InfoReader
{
    public static SpecificationInfo Read(MappingReader reader, string fileName)
    {
        var info = new SpecificationInfo(
            reader.RequiredText("title") ?? new Located<string>(fileName, reader.Location),
            reader.Text("version"),
            reader.Text("last_updated"),
            reader.Texts("authors"),
            reader.Text("status"),
            reader.Text("consumer"),
            reader.Text("provider"),
            reader.Location
        );
        reader.Ignore("description");
        reader.End();
        return info;
    }
}
