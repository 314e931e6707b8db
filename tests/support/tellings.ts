// Room: tests. Two stories that are told with so many words that the program knows them again.

export const shelfTelling = {
  situation: "Stores lost 4 percent of fresh sales to empty shelves, and three teams held a piece of the cause.",
  task: "I owned the forecast from the raw sales to the list on the store manager's screen, by the autumn.",
  action: "I agreed the data with engineering, the trial with store operations and the list with merchandising.",
  result: "Empty shelves fell from 8 to 5 percent in ten stores, and merchandising paid for a hundred more.",
};

export const feedTelling = {
  situation: "Our supplier's price feed broke on a Friday night before the holiday sale.",
  task: "I was on call and had to decide whether we pause the campaign.",
  action: "I rang the vendor, compared yesterday's file by hand and told marketing which items to drop.",
  result: "We sold without one wrong tag and the vendor added an alarm.",
};
