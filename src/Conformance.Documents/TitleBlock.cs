using Conformance.Specification.Model;

namespace Conformance.Documents;

/// <summary>Title, version, date, authors and status: what stands over the first section.</summary>
internal static class TitleBlock
{
    public static void Write(MarkdownText text, SpecificationInfo info)
    {
        var title = info is { Consumer: { } consumer, Provider: { } provider }
            ? $"{consumer.Value} ↔ {provider.Value}"
            : info.Title.Value;
        text.Title($"Integration Specification: {title}");
        var facts = new (string Name, string? Value)[]
        {
            ("Version", info.Version?.Value),
            ("Last Updated", info.LastUpdated?.Value),
            ("Authors", string.Join(", ", info.Authors.Select(a => a.Value))),
            ("Status", info.Status?.Value),
        };
        var lines = facts
            .Where(f => !string.IsNullOrWhiteSpace(f.Value))
            .Select(f => $"**{f.Name}:** {MarkdownText.Inline(f.Value)}");
        text.Block(string.Join("  \n", lines));
    }
}
