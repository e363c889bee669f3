//! The sums at the foot of a table.

use super::ReportsTable;

/// The sum of a column's numbers, and what else is said of them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NumberSum {
    /// The sum.
    pub sum: u128,
    /// The number of rows that give a number, from 1.
    pub given: usize,
    /// The smallest number.
    pub least: u64,
    /// The greatest number.
    pub greatest: u64,
    /// The median: the number in the middle, or half way between the two that are.
    pub median: f64,
}

/// Adds up each column's numbers in these rows, given by their places. `None` for columns of other questions, and where no row has a
/// number.
pub fn number_sums(table: &ReportsTable, rows: &[usize]) -> Vec<Option<NumberSum>> {
    let columns = table.columns.iter().enumerate();
    let sums = columns.map(|(at, column)| {
        let numbers = rows.iter().filter_map(|row| table.cell(*row, at)?.answer.number);
        if column.is_number { number_sum(numbers.collect()) } else { None }
    });
    sums.collect()
}

fn number_sum(mut numbers: Vec<u64>) -> Option<NumberSum> {
    numbers.sort_unstable();
    let (least, greatest) = (*numbers.first()?, *numbers.last()?);
    let given = numbers.len();
    let (lower, upper) = (*numbers.get((given - 1) / 2)?, *numbers.get(given / 2)?);
    #[allow(clippy::cast_precision_loss)] // A median is rounded where numbers have more than 15 digits.
    let median = lower as f64 + (upper - lower) as f64 / 2.0;
    Some(NumberSum {
        sum: numbers.iter().map(|number| u128::from(*number)).sum(),
        given,
        least,
        greatest,
        median,
    })
}
