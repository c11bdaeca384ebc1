using System.Collections.Concurrent;

namespace Conformance.SampleProvider;

/// <summary>The books, and who has them. Thread-safe.</summary>
/// <param name="time">Decides when a book is due.</param>
internal sealed class Shelf(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, Loan> loans = new();

    /// <summary>Whether every book is with somebody.</summary>
    public bool IsEmpty { get; set; }

    /// <summary>Hands a book out; null when there is none.</summary>
    public Loan? Lend(LoanRequest request)
    {
        if (IsEmpty)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var loan = new Loan(Guid.NewGuid(), request.Isbn, request.Days, today.AddDays(request.Days));
        return loans[loan.Id] = loan;
    }

    /// <summary>A loan; null when there is none with that id.</summary>
    public Loan? Find(Guid id) => loans.GetValueOrDefault(id);
}
