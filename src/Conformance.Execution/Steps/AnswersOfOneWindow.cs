using Conformance.Scenarios.Cases;

namespace Conformance.Execution.Steps;

/// <summary>Counts the answers since the last one that told another end of its window.</summary>
internal sealed class AnswersOfOneWindow(OneWindow? enough)
{
    private string? end;
    private int count;

    /// <summary>Counts some more, and says whether that is enough to stop.</summary>
    public bool AreEnough(IEnumerable<Sent> answers)
    {
        if (enough is null)
        {
            return false;
        }

        foreach (var answer in answers)
        {
            var told = answer.Exchange?.Response?.Header(enough.Header);
            (count, end) = told is not null && told == end ? (count + 1, end) : (1, told);
        }

        return end is not null && count >= enough.Requests;
    }
}
