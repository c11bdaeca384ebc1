using Conformance.Specification.Model;

namespace Conformance.Specification.Reading;

/// <summary>The section <c>overview</c>.</summary>
internal static class OverviewReader
{
    public static Overview Read(MappingReader reader)
    {
        var scope = reader.Mapping("scope", "the scope");
        var overview = new Overview(
            reader.Text("purpose"),
            scope?.Texts("in") ?? [],
            scope?.Texts("out") ?? [],
            reader.Text("architecture"),
            reader.Location
        );
        scope?.End();
        reader.End();
        return overview;
    }
}
